package dev.ravel.generator;

/**
 * A circumstance of Chinese commerce that can be dialled from 0 to 1, with the share at which it is by itself. What came
 * after the first recorded figures is 0 by itself, so that these stay comparable.
 */
public enum Dial implements Dialled {
    FAMILY_PHONES(0.12, "households of several in which members give the phone of the head as theirs"),
    SHARED_TABLETS(0.04, "app records that were signed in on one of the six tablets of a neighbourhood's shops"),
    DUMMY_PHONES(0.003, "records of people with a number that is nobody's, such as 13800138000"),
    RECYCLED_PHONES(
            0,
            "households whose head has a number that somebody else had three years before, as an old record still says"),
    RECIPIENTS(0, "parcels to somebody else, who is named as recipient (收货人) beside the buyer"),
    UNMARKED_RECIPIENTS(
            0,
            "parcels to somebody else whose name, phone and address stand where the buyer's should; the account is the"
                    + " buyer's"),
    LEADER_PHONES(
            0,
            "parcels that wait at a group-buy leader's (团长), with the leader's phone and address where the buyer's should"
                    + " be"),
    SALES_PHONES(0, "outlets registered by a salesperson with the salesperson's own phone: one for some sixty outlets"),
    CHAINS(0, "outlets of chains: one brand and one social credit code (统一社会信用代码) for all of a chain"),
    TRANSFERS(0, "outlets that go on under a new owner, with another phone and licence: still the same outlet"),
    WECHAT_ACCOUNTS(0, "records of app and shop with the WeChat openid of their own app and the unionid of both"),
    DOTTED_NAMES(
            0, "people with names of other languages in Han characters, written with one of several dots, or none"),
    JOINED_VALUES(
            0,
            "records of people whose phone or mailbox stands in one cell with a second one: 13800000001/13900000002, a@x.com;"
                    + " b@y.com"),
    LOCATIONS(
            0,
            "records with coordinates beside their address or in its place: GCJ-02 from CRM and shop, BD-09 from the app,"
                    + " else WGS-84");

    private final double usual;
    private final String meaning;

    Dial(double usual, String meaning) {
        this.usual = usual;
        this.meaning = meaning;
    }

    @Override
    public double usual() {
        return usual;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
