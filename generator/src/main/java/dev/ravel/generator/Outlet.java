package dev.ravel.generator;

/**
 * An outlet (点位): a shop that sells the goods.
 *
 * @param serial unique among all customers
 * @param word the word by which people know it
 * @param kind what kind of shop it is
 * @param address where it is
 * @param phone its landline or its owner's mobile
 * @param email its address
 * @param licence its business licence
 */
record Outlet(long serial, String word, String kind, Address address, Phone phone, String email, String licence)
        implements Customer {

    @Override
    public String id() {
        return "outlet-" + serial;
    }

    /** The name on the sign: 鑫源便利店. */
    String sign() {
        return word + kind;
    }

    /** The name in the register: 杭州市西湖区鑫源便利店. */
    String registered() {
        return address.place().withoutProvince() + sign();
    }

    /** The name with the road as branch: 鑫源便利店（人民路店）. */
    String branch() {
        return sign() + "（" + address.road() + "店）";
    }
}
