package dev.ravel.generator;

import static dev.ravel.generator.SourceSystem.CRM;
import static dev.ravel.generator.SourceSystem.SHOP;
import static dev.ravel.generator.SourceSystem.SUPPORT;

import dev.ravel.model.record.AttributeName;

/** Customers whom no data tells apart: only a person who knows them can, and records that come later must not undo it. */
final class StewardCases {
    private StewardCases() {}

    static void play(Stage stage) {
        namedAfterFather(stage);
    }

    /** The later record has all that the two have in common, and the father's e-mail. */
    private static void namedAfterFather(Stage stage) {
        Person father = stage.english();
        Person son = stage.english().named(father.name()).withPhones(father.phones());
        stage.tell(
                Scenario.NAMED_AFTER_FATHER,
                father,
                household(CRM, father, father, 0).with(AttributeName.EMAIL, father.email()));
        stage.tell(Scenario.NAMED_AFTER_FATHER, son, household(SHOP, son, father, 0));
        stage.tellLater(
                Scenario.NAMED_AFTER_FATHER,
                father,
                household(SUPPORT, father, father, 1)
                        .with(AttributeName.EMAIL, father.email())
                        .at(Calendar.day(700)));
    }

    private static RecordDraft household(SourceSystem system, Person person, Person father, int n) {
        return RecordDraft.of(system, person, n)
                .with(AttributeName.NAME, father.name().usual())
                .with(AttributeName.PHONE, father.phone().plain())
                .with(AttributeName.ADDRESS, father.home().full());
    }
}
