package dev.ravel.generator;

import static dev.ravel.generator.SourceSystem.APP;
import static dev.ravel.generator.SourceSystem.CRM;
import static dev.ravel.generator.SourceSystem.SHOP;

import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.SourceRecord;
import java.util.List;

/** Records that change: later versions, deletions, repetitions, contradictions. */
final class VersionCases {
    private VersionCases() {}

    static void play(Stage stage) {
        updated(stage);
        repeated(stage);
        deleted(stage);
        contradiction(stage);
    }

    /** The shop record knows the new number only; the CRM record has the old one first, then the new one. */
    private static void updated(Stage stage) {
        Person person = stage.person().withPhones(List.of(stage.phone(), stage.phone()));
        RecordDraft crm = RecordDraft.of(CRM, person, 0)
                .with(AttributeName.NAME, person.name().usual());
        stage.tell(
                Scenario.UPDATED,
                person,
                crm.with(AttributeName.PHONE, person.phone().plain()),
                Calendar.day(100));
        Phone renewed = person.phones().get(1);
        stage.tell(
                Scenario.UPDATED,
                person,
                crm.with(AttributeName.PHONE, renewed.plain())
                        .with(AttributeName.ADDRESS, person.home().full()),
                Calendar.day(500));
        stage.tell(
                Scenario.UPDATED,
                person,
                RecordDraft.of(SHOP, person, 1)
                        .with(AttributeName.NAME, person.name().usual())
                        .with(AttributeName.PHONE, renewed.international()),
                Calendar.day(600));
    }

    private static void repeated(Stage stage) {
        Person person = stage.person();
        SourceRecord version = crm(person).at(Calendar.day(200));
        for (int i = 0; i < 3; i++) {
            stage.tell(Scenario.REPEATED, person, version);
        }
        stage.tell(Scenario.REPEATED, person, app(person).at(Calendar.day(210)));
    }

    /** The deletion is the newest version; the version told after it is older and must not bring the record back. */
    private static void deleted(Stage stage) {
        Person person = stage.person();
        RecordDraft crm = crm(person);
        stage.tell(Scenario.DELETED, person, crm.at(Calendar.day(200)));
        stage.tell(Scenario.DELETED, person, app(person).at(Calendar.day(210)));
        stage.tell(Scenario.DELETED, person, SourceRecord.deletion(crm.key(), Calendar.day(400)));
        stage.tell(
                Scenario.DELETED,
                person,
                crm.with(AttributeName.ADDRESS, person.home().full()).at(Calendar.day(300)));
    }

    /** The CRM gives the record's id to somebody else, of whom the first one's app record knows nothing. */
    private static void contradiction(Stage stage) {
        Person before = stage.person();
        Person after = stage.person();
        RecordDraft draft = crm(before).with(AttributeName.NATIONAL_ID, before.nationalId());
        stage.tell(Scenario.CONTRADICTION, before, draft, Calendar.day(100));
        stage.tell(Scenario.CONTRADICTION, before, app(before), Calendar.day(110));
        draft.with(AttributeName.NAME, after.name().usual())
                .with(AttributeName.PHONE, after.phone().plain())
                .with(AttributeName.NATIONAL_ID, after.nationalId());
        stage.tellLater(Scenario.CONTRADICTION, after, draft.at(Calendar.day(700)));
    }

    private static RecordDraft crm(Person person) {
        return RecordDraft.of(CRM, person, 0)
                .with(AttributeName.NAME, person.name().usual())
                .with(AttributeName.PHONE, person.phone().plain());
    }

    private static RecordDraft app(Person person) {
        return RecordDraft.of(APP, person, 1)
                .with(AttributeName.NAME, person.name().givenFirst())
                .with(AttributeName.PHONE, person.phone().international())
                .with(AttributeName.DEVICE, person.device());
    }
}
