package dev.ravel.generator;

import dev.ravel.model.record.AttributeName;
import java.util.List;
import java.util.Locale;

/** What each system writes about a person, with its habits and its gaps. */
final class PersonRecords {
    private static final List<String> NICKNAMES =
            List.of("快乐每一天", "阳光", "小可爱", "平安是福", "风轻云淡", "Lucky", "往事随风", "一叶知秋");

    private final Dials dials;

    PersonRecords(Dials dials) {
        this.dials = dials;
    }

    /** The n-th record about a person, by one system. */
    RecordDraft write(SourceSystem system, Person person, int n, Dice dice) {
        RecordDraft draft = RecordDraft.of(system, person, n);
        switch (system) {
            case CRM -> crm(draft, person, dice);
            case SHOP -> shop(draft, person, dice);
            case APP -> app(draft, person, dice);
            case SUPPORT -> support(draft, person, dice);
        }
        if (!draft.has(AttributeName.PHONE) && !draft.has(AttributeName.EMAIL)) {
            draft.with(AttributeName.PHONE, person.phone().plain());
        }
        return draft;
    }

    private void crm(RecordDraft draft, Person person, Dice dice) {
        draft.with(
                AttributeName.NAME,
                happens(dice, BaseRate.CRM_TRADITIONAL_NAMES)
                        ? person.name().traditional()
                        : person.name().usual());
        phone(draft, person, BaseRate.CRM_PHONES, dice);
        email(draft, person, BaseRate.CRM_EMAILS, dice);
        if (happens(dice, BaseRate.CRM_ADDRESSES)) {
            draft.with(AttributeName.ADDRESS, dice.pick(person.homes()).full());
        }
        if (happens(dice, BaseRate.CRM_BIRTH_DATES)) {
            draft.with(AttributeName.BIRTH_DATE, person.birth().toString());
        }
        if (happens(dice, BaseRate.CRM_GENDERS)) {
            draft.with(AttributeName.GENDER, person.male() ? "男" : "女");
        }
        if (happens(dice, BaseRate.CRM_NATIONAL_IDS)) {
            draft.with(AttributeName.NATIONAL_ID, person.nationalId());
        }
        if (happens(dice, BaseRate.CRM_LOYALTY_CARDS)) {
            draft.with(AttributeName.LOYALTY_CARD, person.loyaltyCard());
        }
    }

    private void shop(RecordDraft draft, Person person, Dice dice) {
        draft.with(
                AttributeName.NAME,
                happens(dice, BaseRate.SHOP_LATIN_NAMES)
                        ? person.name().familyFirst()
                        : person.name().usual());
        phone(draft, person, BaseRate.SHOP_PHONES, dice);
        email(draft, person, BaseRate.SHOP_EMAILS, dice);
        if (happens(dice, BaseRate.SHOP_ADDRESSES)) {
            Address address = dice.pick(person.homes());
            draft.with(
                    AttributeName.ADDRESS,
                    fails(dice, BaseRate.SHOP_PARCEL_LABELS) ? address.withoutProvince() : address.label());
        }
        if (happens(dice, BaseRate.SHOP_LOYALTY_CARDS)) {
            draft.with(AttributeName.LOYALTY_CARD, person.loyaltyCard());
        }
    }

    private void app(RecordDraft draft, Person person, Dice dice) {
        if (happens(dice, BaseRate.APP_NAMES)) {
            draft.with(
                    AttributeName.NAME,
                    happens(dice, BaseRate.APP_LATIN_NAMES)
                            ? person.name().givenFirst()
                            : person.name().usual());
        } else if (happens(dice, BaseRate.APP_NICKNAMES)) {
            draft.with("nickname", dice.pick(NICKNAMES));
        }
        phone(draft, person, BaseRate.APP_PHONES, dice);
        email(draft, person, BaseRate.APP_EMAILS, dice);
        if (happens(dice, BaseRate.APP_DEVICES)) {
            draft.with(AttributeName.DEVICE, person.device());
        }
        if (happens(dice, BaseRate.APP_BIRTH_DATES)) {
            draft.with(AttributeName.BIRTH_DATE, person.birth().toString());
        }
    }

    private void support(RecordDraft draft, Person person, Dice dice) {
        PersonName name = person.name();
        String said = happens(dice, BaseRate.SUPPORT_LATIN_NAMES) ? name.givenFirst() : name.everyday();
        draft.with(AttributeName.NAME, happens(dice, BaseRate.SUPPORT_TYPOS) ? Typos.slip(said, dice) : said);
        phone(draft, person, BaseRate.SUPPORT_PHONES, dice);
        email(draft, person, BaseRate.SUPPORT_EMAILS, dice);
    }

    private void phone(RecordDraft draft, Person person, BaseRate share, Dice dice) {
        if (!happens(dice, share)) {
            return;
        }
        Phone phone = fails(dice, BaseRate.OTHER_PHONES) ? person.phone() : dice.pick(person.phones());
        draft.with(
                AttributeName.PHONE, happens(dice, BaseRate.PHONE_SLIPS) ? phone.mistyped(dice) : phone.written(dice));
    }

    private void email(RecordDraft draft, Person person, BaseRate share, Dice dice) {
        if (happens(dice, share)) {
            String email = person.email();
            draft.with(
                    AttributeName.EMAIL,
                    happens(dice, BaseRate.UPPER_CASE_EMAILS) ? email.toUpperCase(Locale.ROOT) : email);
        }
    }

    private boolean happens(Dice dice, BaseRate rate) {
        return dice.chance(dials.share(rate));
    }

    private boolean fails(Dice dice, BaseRate rate) {
        return dice.chance(1 - dials.share(rate));
    }
}
