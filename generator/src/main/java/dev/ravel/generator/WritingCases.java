package dev.ravel.generator;

import static dev.ravel.generator.SourceSystem.APP;
import static dev.ravel.generator.SourceSystem.CRM;
import static dev.ravel.generator.SourceSystem.SHOP;
import static dev.ravel.generator.SourceSystem.SUPPORT;

import dev.ravel.model.record.AttributeName;
import java.util.List;

/** One customer written in different ways: all of it must come together. */
final class WritingCases {
    private static final List<SourceSystem> SYSTEMS = List.of(CRM, SHOP, APP, SUPPORT);

    private WritingCases() {}

    static void play(Stage stage) {
        pinyinName(stage);
        traditionalName(stage);
        phoneWritings(stage);
        addressWritings(stage);
        englishName(stage);
        outlet(stage);
        mistyped(stage);
    }

    private static void pinyinName(Stage stage) {
        Person person = stage.person();
        String phone = person.phone().plain();
        List<String> names = List.of(
                person.name().usual(),
                person.name().familyFirst(),
                person.name().givenFirst());
        for (int n = 0; n < names.size(); n++) {
            RecordDraft draft = RecordDraft.of(List.of(CRM, SHOP, APP).get(n), person, n)
                    .with(AttributeName.NAME, names.get(n))
                    .with(AttributeName.PHONE, phone);
            stage.tell(Scenario.PINYIN_NAME, person, draft);
        }
    }

    private static void traditionalName(Stage stage) {
        Person person = stage.person();
        for (int n = 0; n < 2; n++) {
            RecordDraft draft = RecordDraft.of(n == 0 ? CRM : SUPPORT, person, n)
                    .with(
                            AttributeName.NAME,
                            n == 0 ? person.name().usual() : person.name().traditional())
                    .with(AttributeName.EMAIL, person.email());
            stage.tell(Scenario.TRADITIONAL_NAME, person, draft);
        }
    }

    private static void phoneWritings(Stage stage) {
        Person person = stage.person();
        String digits = person.phone().plain();
        List<String> writings = List.of(
                digits,
                person.phone().fullWidth(),
                person.phone().international(),
                "0086" + digits,
                digits.substring(0, 3) + "-" + digits.substring(3, 7) + "-" + digits.substring(7),
                "(+86)" + digits);
        for (int n = 0; n < writings.size(); n++) {
            RecordDraft draft = RecordDraft.of(SYSTEMS.get(n % SYSTEMS.size()), person, n)
                    .with(AttributeName.NAME, person.name().usual())
                    .with(AttributeName.PHONE, writings.get(n));
            stage.tell(Scenario.PHONE_WRITINGS, person, draft);
        }
    }

    private static void addressWritings(Stage stage) {
        Person person = stage.person();
        Address home = person.home();
        List<String> writings = List.of(home.full(), home.withoutProvince(), home.label());
        for (int n = 0; n < writings.size(); n++) {
            RecordDraft draft = RecordDraft.of(List.of(CRM, SHOP, SUPPORT).get(n), person, n)
                    .with(AttributeName.NAME, person.name().usual())
                    .with(AttributeName.BIRTH_DATE, person.birth().toString())
                    .with(AttributeName.ADDRESS, writings.get(n));
            stage.tell(Scenario.ADDRESS_WRITINGS, person, draft);
        }
    }

    private static void englishName(Stage stage) {
        Person person = stage.english();
        List<String> names = List.of(
                person.name().usual(), person.name().everyday(), person.name().familyFirst());
        for (int n = 0; n < names.size(); n++) {
            RecordDraft draft = RecordDraft.of(List.of(CRM, SUPPORT, SHOP).get(n), person, n)
                    .with(AttributeName.NAME, names.get(n))
                    .with(AttributeName.EMAIL, person.email())
                    .with(AttributeName.PHONE, person.phone().plain());
            stage.tell(Scenario.ENGLISH_NAME, person, draft);
        }
    }

    private static void outlet(Stage stage) {
        Outlet outlet = stage.outlet();
        List<SourceSystem> systems = List.of(CRM, SHOP, SUPPORT);
        for (int n = 0; n < systems.size(); n++) {
            RecordDraft draft = new OutletRecords(Dials.USUAL)
                    .write(systems.get(n), outlet, n, stage.dice())
                    .with(AttributeName.ADDRESS, outlet.address().full());
            stage.tell(Scenario.OUTLET, outlet, draft);
        }
    }

    private static void mistyped(Stage stage) {
        Person person = stage.person();
        for (int n = 0; n < 2; n++) {
            RecordDraft draft = RecordDraft.of(n == 0 ? CRM : SUPPORT, person, n)
                    .with(AttributeName.NAME, person.name().usual())
                    .with(
                            AttributeName.PHONE,
                            n == 0 ? person.phone().plain() : person.phone().mistyped(stage.dice()))
                    .with(AttributeName.EMAIL, person.email());
            stage.tell(Scenario.MISTYPED, person, draft);
        }
    }
}
