package dev.ravel.generator;

import static dev.ravel.generator.SourceSystem.APP;
import static dev.ravel.generator.SourceSystem.CRM;
import static dev.ravel.generator.SourceSystem.SHOP;

import dev.ravel.model.record.AttributeName;
import java.time.LocalDate;
import java.util.List;

/** Different customers who share a value: they must stay apart. */
final class SharedValueCases {
    /** More distinct names than an identifier may have before it is suppressed (10 by default). */
    private static final int CROWD = 14;

    private static final String DUMMY_PHONE = "13800138000";
    private static final int DUMMIES = 6;

    private SharedValueCases() {}

    static void play(Stage stage) {
        familyPhone(stage);
        namesakes(stage);
        recycledNumber(stage);
        shopTablet(stage);
        dummyPhone(stage);
        switchboard(stage);
    }

    private static void familyPhone(Stage stage) {
        Person father = stage.person().bornOn(LocalDate.of(1962, 4, 17));
        Person mother = stage.person().bornOn(LocalDate.of(1965, 9, 2));
        Person other = stage.person();
        Person child = other.named(father.name().withGivenOf(other.name())).bornOn(LocalDate.of(1991, 1, 23));
        int n = 0;
        for (Person relative : List.of(father, mother, child)) {
            RecordDraft draft = RecordDraft.of(n == 2 ? APP : CRM, relative, 0)
                    .with(AttributeName.NAME, relative.name().usual())
                    .with(AttributeName.BIRTH_DATE, relative.birth().toString())
                    .with(AttributeName.PHONE, father.phone().plain())
                    .with(AttributeName.ADDRESS, father.home().full());
            stage.tell(Scenario.FAMILY_PHONE, relative, draft);
            n++;
        }
    }

    private static void namesakes(Stage stage) {
        Person first = stage.person().bornOn(LocalDate.of(1971, 3, 8));
        Person second = stage.person().named(first.name()).bornOn(LocalDate.of(1996, 11, 30));
        for (Person person : List.of(first, second)) {
            for (int n = 0; n < 2; n++) {
                RecordDraft draft = RecordDraft.of(n == 0 ? CRM : SHOP, person, n)
                        .with(AttributeName.NAME, person.name().usual())
                        .with(AttributeName.CITY, first.home().place().city())
                        .with(AttributeName.BIRTH_DATE, person.birth().toString())
                        .with(AttributeName.PHONE, person.phone().plain());
                stage.tell(Scenario.NAMESAKES, person, draft);
            }
        }
    }

    private static void recycledNumber(Stage stage) {
        Person before = stage.person();
        Person after = stage.person();
        stage.tell(
                Scenario.RECYCLED_NUMBER,
                before,
                RecordDraft.of(CRM, before, 0)
                        .with(AttributeName.NAME, before.name().usual())
                        .with(AttributeName.BIRTH_DATE, before.birth().toString())
                        .with(AttributeName.PHONE, before.phone().plain()),
                Calendar.day(-800));
        stage.tell(
                Scenario.RECYCLED_NUMBER,
                after,
                RecordDraft.of(SHOP, after, 0)
                        .with(AttributeName.NAME, after.name().usual())
                        .with(AttributeName.ADDRESS, after.home().full())
                        .with(AttributeName.PHONE, before.phone().plain()),
                Calendar.day(400));
    }

    private static void shopTablet(Stage stage) {
        String tablet = stage.person().device();
        for (int i = 0; i < CROWD; i++) {
            Person stranger = stage.person();
            RecordDraft draft = RecordDraft.of(APP, stranger, 0)
                    .with(AttributeName.NAME, stranger.name().usual())
                    .with(AttributeName.DEVICE, tablet)
                    .with(AttributeName.PHONE, stranger.phone().plain());
            stage.tell(Scenario.SHOP_TABLET, stranger, draft);
        }
    }

    private static void dummyPhone(Stage stage) {
        for (int i = 0; i < DUMMIES; i++) {
            Person stranger = stage.person();
            RecordDraft draft = RecordDraft.of(SHOP, stranger, 0)
                    .with(AttributeName.NAME, stranger.name().usual())
                    .with(AttributeName.PHONE, DUMMY_PHONE)
                    .with(AttributeName.ADDRESS, stranger.home().withoutProvince());
            stage.tell(Scenario.DUMMY_PHONE, stranger, draft);
        }
    }

    private static void switchboard(Stage stage) {
        Outlet company = stage.outlet();
        Phone switchboard = Phone.landline(company.address().place(), company.serial());
        for (int i = 0; i < CROWD; i++) {
            Person colleague = stage.person();
            RecordDraft draft = RecordDraft.of(CRM, colleague, 0)
                    .with(AttributeName.NAME, colleague.name().usual())
                    .with(AttributeName.EMPLOYER, company.registered() + "有限公司")
                    .with(AttributeName.PHONE, switchboard.written(stage.dice()))
                    .with(AttributeName.EMAIL, colleague.email());
            stage.tell(Scenario.SWITCHBOARD, colleague, draft);
        }
    }
}
