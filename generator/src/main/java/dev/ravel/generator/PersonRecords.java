package dev.ravel.generator;

import dev.ravel.model.record.AttributeName;
import java.util.List;
import java.util.Locale;

/** What each system writes about a person, with its habits and its gaps. */
final class PersonRecords {
    private static final List<String> NICKNAMES =
            List.of("快乐每一天", "阳光", "小可爱", "平安是福", "风轻云淡", "Lucky", "往事随风", "一叶知秋");

    private PersonRecords() {}

    /** The n-th record about a person, by one system. */
    static RecordDraft write(SourceSystem system, Person person, int n, Dice dice) {
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

    private static void crm(RecordDraft draft, Person person, Dice dice) {
        draft.with(
                AttributeName.NAME,
                dice.chance(0.04) ? person.name().traditional() : person.name().usual());
        phone(draft, person, 0.92, dice);
        email(draft, person, 0.55, dice);
        if (dice.chance(0.75)) {
            draft.with(AttributeName.ADDRESS, dice.pick(person.homes()).full());
        }
        if (dice.chance(0.6)) {
            draft.with(AttributeName.BIRTH_DATE, person.birth().toString());
        }
        if (dice.chance(0.7)) {
            draft.with(AttributeName.GENDER, person.male() ? "男" : "女");
        }
        if (dice.chance(0.1)) {
            draft.with(AttributeName.NATIONAL_ID, person.nationalId());
        }
        if (dice.chance(0.25)) {
            draft.with(AttributeName.LOYALTY_CARD, person.loyaltyCard());
        }
    }

    private static void shop(RecordDraft draft, Person person, Dice dice) {
        draft.with(
                AttributeName.NAME,
                dice.chance(0.08) ? person.name().familyFirst() : person.name().usual());
        phone(draft, person, 0.97, dice);
        email(draft, person, 0.2, dice);
        if (dice.chance(0.95)) {
            Address address = dice.pick(person.homes());
            draft.with(AttributeName.ADDRESS, dice.chance(0.5) ? address.withoutProvince() : address.label());
        }
        if (dice.chance(0.15)) {
            draft.with(AttributeName.LOYALTY_CARD, person.loyaltyCard());
        }
    }

    private static void app(RecordDraft draft, Person person, Dice dice) {
        if (dice.chance(0.7)) {
            draft.with(
                    AttributeName.NAME,
                    dice.chance(0.3)
                            ? person.name().givenFirst()
                            : person.name().usual());
        } else if (dice.chance(0.5)) {
            draft.with("nickname", dice.pick(NICKNAMES));
        }
        phone(draft, person, 0.93, dice);
        email(draft, person, 0.35, dice);
        if (dice.chance(0.95)) {
            draft.with(AttributeName.DEVICE, person.device());
        }
        if (dice.chance(0.2)) {
            draft.with(AttributeName.BIRTH_DATE, person.birth().toString());
        }
    }

    private static void support(RecordDraft draft, Person person, Dice dice) {
        PersonName name = person.name();
        String said = dice.chance(0.25) ? name.givenFirst() : name.everyday();
        draft.with(AttributeName.NAME, dice.chance(0.03) ? Typos.slip(said, dice) : said);
        phone(draft, person, 0.85, dice);
        email(draft, person, 0.5, dice);
    }

    private static void phone(RecordDraft draft, Person person, double share, Dice dice) {
        if (!dice.chance(share)) {
            return;
        }
        Phone phone = dice.chance(0.85) ? person.phone() : dice.pick(person.phones());
        draft.with(AttributeName.PHONE, dice.chance(0.01) ? phone.mistyped(dice) : phone.written(dice));
    }

    private static void email(RecordDraft draft, Person person, double share, Dice dice) {
        if (dice.chance(share)) {
            String email = person.email();
            draft.with(AttributeName.EMAIL, dice.chance(0.1) ? email.toUpperCase(Locale.ROOT) : email);
        }
    }
}
