package dev.ravel.generator;

import static dev.ravel.generator.SourceSystem.APP;
import static dev.ravel.generator.SourceSystem.CRM;
import static dev.ravel.generator.SourceSystem.SHOP;
import static dev.ravel.generator.SourceSystem.SUPPORT;

import dev.ravel.model.record.AttributeName;
import java.time.LocalDate;
import java.util.List;

/** Customers whose records link although they are not one: each must trip its guard, or be put to a person. */
final class GuardCases {
    private static final int CHAIN_OUTLETS = 4;

    /** Four times this is more records than an entity may have (200 by default). */
    private static final int RECORDS_PER_OUTLET = 54;

    private static final int RECORDS_WITH_HOTLINE = 2;

    private GuardCases() {}

    static void play(Stage stage) {
        idConflict(stage);
        weakBridge(stage);
        ambiguousBridge(stage);
        chainStore(stage);
        doubtful(stage);
    }

    /** Twins 李静 and 李婧 are one name in pinyin, with one phone, address and birth date. */
    private static void idConflict(Stage stage) {
        LocalDate birth = LocalDate.of(1988, 6, 6);
        Person first = stage.person().bornOn(birth);
        Person second = stage.person().named(first.name()).bornOn(birth).withPhones(first.phones());
        for (Person twin : List.of(first, second)) {
            RecordDraft draft = RecordDraft.of(CRM, twin, 0)
                    .with(AttributeName.NAME, first.name().familyFirst())
                    .with(AttributeName.BIRTH_DATE, birth.toString())
                    .with(AttributeName.PHONE, first.phone().plain())
                    .with(AttributeName.ADDRESS, first.home().full())
                    .with(AttributeName.NATIONAL_ID, twin.nationalId());
            stage.tell(Scenario.ID_CONFLICT, twin, draft);
        }
    }

    /** Colleagues who buy on their company's loyalty card: in the app that is all that joins them. */
    private static void weakBridge(Stage stage) {
        Person first = stage.person();
        Person second = stage.person();
        String company = stage.outlet().registered() + "有限公司";
        for (Person person : List.of(first, second)) {
            RecordDraft crm = RecordDraft.of(CRM, person, 0)
                    .with(AttributeName.NAME, person.name().usual())
                    .with(AttributeName.PHONE, person.phone().plain())
                    .with(AttributeName.EMAIL, person.email());
            RecordDraft app = RecordDraft.of(APP, person, 1)
                    .with(AttributeName.PHONE, person.phone().plain())
                    .with(AttributeName.EMAIL, person.email())
                    .with(AttributeName.EMPLOYER, company)
                    .with(AttributeName.WEBSITE, "https://" + person.email().replace('@', '.'))
                    .with(AttributeName.LOYALTY_CARD, first.loyaltyCard());
            stage.tell(Scenario.WEAK_BRIDGE, person, crm);
            stage.tell(Scenario.WEAK_BRIDGE, person, app);
        }
    }

    /** A support record with the name of two namesakes, the phone of one and the e-mail of the other. */
    private static void ambiguousBridge(Stage stage) {
        Person first = stage.person();
        Person second = stage.person().named(first.name());
        Person caller = stage.person();
        for (Person person : List.of(first, second)) {
            RecordDraft draft = RecordDraft.of(CRM, person, 0)
                    .with(AttributeName.NAME, person.name().usual())
                    .with(AttributeName.NATIONAL_ID, person.nationalId())
                    .with(
                            AttributeName.PHONE,
                            first.phone().plain(),
                            second.phone().plain())
                    .with(AttributeName.EMAIL, person.email());
            stage.tell(Scenario.AMBIGUOUS_BRIDGE, person, draft);
        }
        stage.tell(
                Scenario.AMBIGUOUS_BRIDGE,
                caller,
                RecordDraft.of(SUPPORT, caller, 0)
                        .with(AttributeName.NAME, first.name().usual())
                        .with(
                                AttributeName.PHONE,
                                first.phone().plain(),
                                second.phone().plain()));
    }

    /** Outlets of one name, each with its own phone and address; some records of each have the chain's hotline. */
    private static void chainStore(Stage stage) {
        Outlet head = stage.outlet();
        String hotline = stage.phone().plain();
        for (int i = 0; i < CHAIN_OUTLETS; i++) {
            Outlet outlet = stage.outlet();
            for (int n = 0; n < RECORDS_PER_OUTLET; n++) {
                RecordDraft draft = RecordDraft.of(n % 2 == 0 ? SHOP : CRM, outlet, n)
                        .with(AttributeName.ORGANIZATION_NAME, head.sign())
                        .with(AttributeName.PHONE, outlet.phone().plain())
                        .with(AttributeName.EMAIL, outlet.email())
                        .with(AttributeName.ADDRESS, outlet.address().full());
                if (n < RECORDS_WITH_HOTLINE) {
                    draft.with(AttributeName.PHONE, hotline);
                }
                stage.tell(Scenario.CHAIN_STORE, outlet, draft);
            }
        }
    }

    /** One loyalty card, birth dates of one month, and nothing else that says who they are. */
    private static void doubtful(Stage stage) {
        Person first = stage.person();
        Person second = stage.person();
        for (Person person : List.of(first, second)) {
            RecordDraft draft = RecordDraft.of(person.equals(first) ? SHOP : APP, person, 0)
                    .with(AttributeName.BIRTH_DATE, person.equals(first) ? "1988-03-05" : "1988-03-27")
                    .with(AttributeName.LOYALTY_CARD, first.loyaltyCard());
            stage.tell(Scenario.DOUBTFUL, person, draft);
        }
    }
}
