package dev.ravel.generator;

import dev.ravel.model.record.AttributeName;

/** What each system writes about an outlet. */
final class OutletRecords {
    private final Dials dials;

    OutletRecords(Dials dials) {
        this.dials = dials;
    }

    /** The n-th record about an outlet, by one system. */
    RecordDraft write(SourceSystem system, Outlet outlet, int n, Dice dice) {
        RecordDraft draft = RecordDraft.of(system, outlet, n)
                .with(AttributeName.ORGANIZATION_NAME, name(system, outlet))
                .with(AttributeName.PHONE, outlet.phone().written(dice));
        if (system == SourceSystem.CRM) {
            draft.with(AttributeName.BUSINESS_LICENCE, outlet.licence());
            draft.with(AttributeName.ADDRESS, outlet.address().full());
        } else if (dice.chance(dials.share(BaseRate.OUTLET_ADDRESSES))) {
            draft.with(AttributeName.ADDRESS, outlet.address().withoutProvince());
        }
        if (dice.chance(dials.share(BaseRate.OUTLET_EMAILS))) {
            draft.with(AttributeName.EMAIL, outlet.email());
        }
        return draft;
    }

    private static String name(SourceSystem system, Outlet outlet) {
        return switch (system) {
            case CRM -> outlet.registered();
            case SHOP, APP -> outlet.branch();
            case SUPPORT -> outlet.sign();
        };
    }
}
