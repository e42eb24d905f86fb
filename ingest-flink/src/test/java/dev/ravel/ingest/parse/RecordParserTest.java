package dev.ravel.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.configuration.ConfigurationReader;
import dev.ravel.ingest.input.Input;
import dev.ravel.ingest.input.RawRecord;
import dev.ravel.ingest.input.StoredInput;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordParserTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final Path folder;

    RecordParserTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void theCanonicalFormNeedsNoConfiguration() throws IOException {
        SourceRecord record = accepted(
                "",
                "any.jsonl",
                """
                {"source":"crm","id":"c-1","type":"PERSON","observedAt":"2026-03-01T08:00:00Z","sequence":7,"deleted":false,"attributes":{"name":["王小明"],"phone":["138 0013 8001","021"],"points":12,"vip":true,"none":null}}
                """);

        assertThat(record.key()).isEqualTo(RecordKey.of("crm", "c-1"));
        assertThat(record.type()).isEqualTo(RecordType.PERSON);
        assertThat(record.observedAt()).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
        assertThat(record.sequence()).isEqualTo(7);
        assertThat(record.attributes())
                .isEqualTo(Map.of(
                        "name", List.of("王小明"),
                        "phone", List.of("138 0013 8001", "021"),
                        "points", List.of("12"),
                        "vip", List.of("true")));
    }

    @Test
    void aDeletionNeedsNoAttributes() throws IOException {
        SourceRecord record = accepted(
                "", "any.jsonl", "{\"source\":\"crm\",\"id\":\"1\",\"deleted\":true,\"observedAt\":1772323200}");

        assertThat(record.deleted()).isTrue();
        assertThat(record.observedAt()).isEqualTo(Instant.ofEpochSecond(1772323200));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "MALFORMED     | {\"source\":",
                "MALFORMED     | [1,2]",
                "MALFORMED     | {\"source\":\"a\",\"id\":\"1\",\"attributes\":{}} trailing",
                "NO_MAPPING    | {\"customer\":1}",
                "MISSING_ID    | {\"source\":\"crm\",\"id\":\"\",\"attributes\":{}}",
                "INVALID_VALUE | {\"source\":\"a b\",\"id\":\"1\",\"attributes\":{}}",
                "INVALID_VALUE | {\"source\":\"a\",\"id\":\"1\",\"type\":\"ROBOT\",\"attributes\":{}}",
                "INVALID_VALUE | {\"source\":\"a\",\"id\":\"1\",\"sequence\":\"x\",\"attributes\":{}}",
                "INVALID_VALUE | {\"source\":\"a\",\"id\":\"1\",\"attributes\":{\"name\":[{\"first\":\"x\"}]}}",
                "INVALID_VALUE | {\"source\":\"a\",\"id\":\"1\",\"atributes\":{},\"attributes\":{}}",
                "INVALID_VALUE | {\"source\":\"a\",\"id\":\"1\",\"attributes\":[]}",
                "INVALID_TIME  | {\"source\":\"a\",\"id\":\"1\",\"observedAt\":\"soon\",\"attributes\":{}}",
                "IN_THE_FUTURE | {\"source\":\"a\",\"id\":\"1\",\"observedAt\":\"2026-06-02T00:00:01Z\",\"attributes\":{}}",
            })
    void whatDoesNotFitIsADeadLetterWithItsReason(DeadLetterReason reason, String line) throws IOException {
        Parsed.DeadLetter letter = letter("", "any.jsonl", line);

        assertThat(letter.reason()).isEqualTo(reason);
        assertThat(letter.detail()).isNotBlank();
        assertThat(new String(letter.raw().bytes(), StandardCharsets.UTF_8)).isEqualTo(line);
    }

    @Test
    void aDayAheadIsStillTaken() throws IOException {
        assertThat(accepted(
                                "",
                                "any.jsonl",
                                "{\"source\":\"a\",\"id\":\"1\",\"observedAt\":\"2026-06-02T00:00:00Z\",\"attributes\":{}}")
                        .observedAt())
                .isEqualTo(Instant.parse("2026-06-02T00:00:00Z"));
    }

    @Test
    void senzingsFormNeedsNoConfiguration() throws IOException {
        SourceRecord record = accepted(
                "",
                "customers.jsonl",
                """
                {"DATA_SOURCE":"CUSTOMERS","RECORD_ID":"1001","FEATURES":[{"RECORD_TYPE":"PERSON"},{"NAME_LAST":"Smith","NAME_FIRST":"Robert"},{"NAME_FULL":"Bob Smith"},{"DATE_OF_BIRTH":"12/11/1978"},{"ADDR_TYPE":"HOME","ADDR_LINE1":"1515 Adela Lane","ADDR_CITY":"Las Vegas","ADDR_STATE":"NV","ADDR_POSTAL_CODE":"89111"},{"ADDR_FULL":"3 Underhill Way","ADDR_COUNTRY":"US"},{"PHONE_TYPE":"HOME","PHONE_NUMBER":"702-919-1300"},{"PASSPORT_NUMBER":"123","PASSPORT_COUNTRY":"US"},{"REL_POINTER_KEY":"7"}],"AMOUNT":"100","NOTE":null}
                """);

        assertThat(record.key()).isEqualTo(RecordKey.of("CUSTOMERS", "1001"));
        assertThat(record.type()).isEqualTo(RecordType.PERSON);
        assertThat(record.values("name")).containsExactly("Bob Smith", "Smith, Robert");
        assertThat(record.values("birthDate")).containsExactly("12/11/1978");
        assertThat(record.values("address")).containsExactly("3 Underhill Way", "1515 Adela Lane Las Vegas NV 89111");
        assertThat(record.values("phone")).containsExactly("702-919-1300");
        assertThat(record.values("passport")).containsExactly("US/123");
        assertThat(record.values("AMOUNT")).containsExactly("100");
        assertThat(record.values("FEATURES")).containsExactly("{\"REL_POINTER_KEY\":\"7\"}");
    }

    @Test
    void aFieldMayHoldSeveralValues() throws IOException {
        SourceRecord record = accepted(
                """
                sources:
                  crm:
                    files: "crm*.csv"
                    id: no
                    separator: ;
                    attributes:
                      phone: [mobile, home]
                      email: mail
                      openId: "{app}/{openid}"
                """,
                "crm_1.csv",
                """
                no,mobile,home,mail,app,openid
                7,138 ; 139;,139;021,a@b.c,x,1;2
                """);

        assertThat(record.values("phone")).containsExactly("138", "139", "021");
        assertThat(record.values("email")).containsExactly("a@b.c");
        assertThat(record.values("openId")).containsExactly("x/1;2");
    }

    @Test
    void withoutASeparatorAFieldIsOneValue() throws IOException {
        SourceRecord record = accepted(
                """
                sources:
                  crm:
                    files: "crm*.csv"
                    id: no
                    attributes:
                      phone: mobile
                """,
                "crm_1.csv",
                "no,mobile\n7,138|139\n");

        assertThat(record.values("phone")).containsExactly("138|139");
    }

    @Test
    void csvIsReadByItsMapping() throws IOException {
        SourceRecord record = accepted(
                """
                sources:
                  crm:
                    files: "crm*.csv"
                    type: "{kind}"
                    id: no
                    observedAt: [updated, created]
                    sequence: version
                    deleted: gone
                    ignore: exported
                    attributes:
                      name: "{last}, {first}"
                      phone: [mobile, home]
                """,
                "crm_1.csv",
                """
                no,kind,first,last,mobile,home,updated,created,version,gone,exported,email,level
                7,person,Ann,"Lee, jr",138,138,,2026-03-01T08:00:00,3,no,today,a@b.c,gold
                """);

        assertThat(record.key()).isEqualTo(RecordKey.of("crm", "7"));
        assertThat(record.type()).isEqualTo(RecordType.PERSON);
        assertThat(record.observedAt()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(record.sequence()).isEqualTo(3);
        assertThat(record.deleted()).isFalse();
        assertThat(record.attributes())
                .isEqualTo(Map.of(
                        "name", List.of("Lee, jr, Ann"),
                        "phone", List.of("138"),
                        "column.email", List.of("a@b.c"),
                        "level", List.of("gold")));
    }

    @Test
    void jsonIsReadByPaths() throws IOException {
        SourceRecord record = accepted(
                """
                sources:
                  shop:
                    files: "*.jsonl"
                    source: "{programme}"
                    id: member.id
                    type: PERSON
                    attributes:
                      name: member.name
                      phone: member.phones[].number
                      address: "{member.addresses[].city} {member.addresses[].street!}"
                      email: emails
                """,
                "x.jsonl",
                """
                {"programme":"gold","member":{"id":5,"name":"Ann","phones":[{"number":"1"},{"number":"2"}],"addresses":[{"city":"Oslo","street":"A 1"},{"city":"Rome"}]},"emails":["a@b.c","d@e.f"],"level":3}
                """);

        assertThat(record.key()).isEqualTo(RecordKey.of("gold", "5"));
        assertThat(record.attributes())
                .isEqualTo(Map.of(
                        "name", List.of("Ann"),
                        "phone", List.of("1", "2"),
                        "address", List.of("Oslo A 1"),
                        "email", List.of("a@b.c", "d@e.f"),
                        "level", List.of("3")));
    }

    @Test
    void aColumnThatIsNotThereIsNamed() throws IOException {
        Parsed.DeadLetter letter = letter(
                "sources: { crm: { files: '*.csv', id: no, attributes: { phone: mobil } } }",
                "a.csv",
                "no,mobile\n1,138\n");

        assertThat(letter.reason()).isEqualTo(DeadLetterReason.NO_MAPPING);
        assertThat(letter.detail()).isEqualTo("a.csv has no column mobil; its columns are [no, mobile]");
    }

    @Test
    void delimitersBehindTheLastFieldAreNoFields() throws IOException {
        assertThat(accepted(
                                "sources: { crm: { files: '*.csv', id: id, attributes: { city: city } } }",
                                "a.csv",
                                "id,email,city\n1,a@b.c,X,,\n")
                        .attributes())
                .containsEntry("city", List.of("X"));
        assertThat(letter("", "a.csv", "id,email,city\n1,a@b.c,X,,more\n").detail())
                .isEqualTo("5 fields, the header has 3");
    }

    @Test
    void aLineOfTheWrongWidthIsADeadLetter() throws IOException {
        assertThat(letter("", "a.csv", "id,email,city\n1,a@b.c\n").detail()).isEqualTo("2 fields, the header has 3");
    }

    @Test
    void bytesThatAreNotOfTheEncodingAreADeadLetter() throws IOException {
        Path file = folder.resolve("a.csv");
        byte[] good = "id,name\n1,王\n2,李\n".getBytes(StandardCharsets.UTF_8);
        byte[] all = java.util.Arrays.copyOf(good, good.length + 4);
        all[good.length] = '3';
        all[good.length + 1] = ',';
        all[good.length + 2] = (byte) 0xFF;
        all[good.length + 3] = '\n';
        Files.write(file, all);

        List<Parsed> parsed = read("", file);

        assertThat(parsed).hasSize(3);
        assertThat(((Parsed.DeadLetter) parsed.get(2)).reason()).isEqualTo(DeadLetterReason.UNREADABLE_BYTES);
    }

    @Test
    void gb18030IsReadAsConfiguredOrDetected() throws IOException {
        Path file = Files.write(
                folder.resolve("客户.csv"), "编号,姓名,手机号\n1,王小明,13800138001\n".getBytes(Charset.forName("GB18030")));

        List<Parsed> parsed = read("", file);
        assertThat(parsed).singleElement().isInstanceOf(Parsed.Accepted.class);
        SourceRecord record = ((Parsed.Accepted) parsed.get(0)).version();

        assertThat(record.key()).isEqualTo(RecordKey.of("客户", "1"));
        assertThat(record.values("name")).containsExactly("王小明");
        assertThat(record.values("phone")).containsExactly("13800138001");
    }

    @Test
    void theFilesDeclaredTimeIsTheTimeOfRecordsWithoutOne() throws IOException {
        assertThat(accepted(
                                "sources: { crm: { files: '*.csv', asOf: 2026-01-02, zone: UTC, id: id, attributes: { email: email } } }",
                                "a.csv",
                                "id,email\n1,a@b.c\n")
                        .observedAt())
                .isEqualTo(Instant.parse("2026-01-02T00:00:00Z"));
    }

    @Test
    void aMessageWithoutATimeHasItsOwnAndIsOrderedByItsOffset() {
        RecordParser parser =
                new RecordParser(SourceCatalog.of(ConfigurationReader.parse("", "test", Map.of())), CLOCK);
        byte[] message = "{\"source\":\"a\",\"id\":\"1\",\"attributes\":{}}".getBytes(StandardCharsets.UTF_8);

        Parsed parsed = parser.parse(new RawRecord(Input.ofTopic("t", 0), 42, 43, message, 1772323200123L));

        assertThat(parsed).isInstanceOfSatisfying(Parsed.Accepted.class, accepted -> {
            assertThat(accepted.version().observedAt()).isEqualTo(Instant.ofEpochMilli(1772323200123L));
            assertThat(accepted.version().sequence()).isEqualTo(42);
        });
    }

    private SourceRecord accepted(String configuration, String name, String content) throws IOException {
        Parsed parsed = only(configuration, name, content);
        assertThat(parsed).isInstanceOf(Parsed.Accepted.class);
        return ((Parsed.Accepted) parsed).version();
    }

    private Parsed.DeadLetter letter(String configuration, String name, String content) throws IOException {
        return (Parsed.DeadLetter) only(configuration, name, content);
    }

    private Parsed only(String configuration, String name, String content) throws IOException {
        List<Parsed> parsed = read(configuration, Files.writeString(folder.resolve(name), content));
        assertThat(parsed).hasSize(1);
        return parsed.get(0);
    }

    private static List<Parsed> read(String configuration, Path file) throws IOException {
        SourceCatalog catalog = SourceCatalog.of(ConfigurationReader.parse(configuration, "test", Map.of()));
        Files.setLastModifiedTime(file, FileTime.from(NOW));
        List<Parsed> parsed = new ArrayList<>();
        InputReader.Summary summary = new InputReader(catalog, CLOCK).read(StoredInput.of(file), parsed::add);
        assertThat(summary.records() + summary.deadLetters()).isEqualTo(parsed.size());
        return parsed;
    }
}
