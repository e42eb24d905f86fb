package dev.ravel.generator;

/**
 * A circumstance of Chinese commerce that can be dialled from 0 to 1, with the share at which it is by itself. What came
 * after the first recorded figures is 0 by itself, so that these stay comparable.
 */
public enum Dial {
    /** Households of several in which members give the phone of the head as theirs. */
    FAMILY_PHONES(0.12),
    /** App records that were signed in on one of the six tablets of a neighbourhood's shops. */
    SHARED_TABLETS(0.04),
    /** Records of people with a number that is nobody's, such as 13800138000. */
    DUMMY_PHONES(0.003),
    /** Households whose head has a number that somebody else had three years before, as an old record still says. */
    RECYCLED_PHONES(0),
    /** Parcels to somebody else, who is named as recipient (收货人) beside the buyer. */
    RECIPIENTS(0),
    /** Parcels to somebody else whose name, phone and address stand where the buyer's should; the account is the buyer's. */
    UNMARKED_RECIPIENTS(0),
    /** Parcels that wait at a group-buy leader's (团长), with the leader's phone and address where the buyer's should be. */
    LEADER_PHONES(0),
    /** Outlets registered by a salesperson with the salesperson's own phone: one for some sixty outlets. */
    SALES_PHONES(0),
    /** Outlets of chains: one brand and one social credit code (统一社会信用代码) for all of a chain. */
    CHAINS(0),
    /** Outlets that go on under a new owner, with another phone and licence: still the same outlet. */
    TRANSFERS(0),
    /** Records of app and shop with the WeChat openid of their own app and the unionid of both. */
    WECHAT_ACCOUNTS(0),
    /** People with names of other languages in Han characters, written with one of several dots, or none. */
    DOTTED_NAMES(0),
    /**
     * Records with coordinates beside their address, or half of the time in its place: GCJ-02 from CRM and shop, BD-09 from
     * the app, else WGS-84.
     */
    LOCATIONS(0);

    private final double usual;

    Dial(double usual) {
        this.usual = usual;
    }

    /** The share at which it is by itself, from 0 to 1. */
    public double usual() {
        return usual;
    }
}
