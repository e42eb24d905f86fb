package dev.ravel.resolver.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the labelled sets. */
final class LabelledSets {
    private static final Instant OBSERVED = Instant.parse("2026-01-01T00:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    private LabelledSets(Path folder) {
        this.folder = folder;
    }

    /** The sets, if the folder is there: named by {@code ravel.data}, or {@code shared/data} beside a parent folder. */
    static Optional<LabelledSets> find() {
        String named = System.getProperty("ravel.data", "");
        if (!named.isEmpty()) {
            return Optional.of(new LabelledSets(Path.of(named)));
        }
        Path start = Path.of("").toAbsolutePath();
        for (Path parent = start; parent != null; parent = parent.getParent()) {
            Path data = parent.resolve("shared/data");
            if (Files.isDirectory(data)) {
                return Optional.of(new LabelledSets(data));
            }
        }
        return Optional.empty();
    }

    LabelledSet senzing() {
        List<SourceRecord> records = new ArrayList<>();
        for (String source : List.of("customers", "reference", "watchlist")) {
            Path file = folder.resolve("senzing_truthset/jsonl/" + source + ".jsonl");
            try (Stream<String> lines = Files.lines(file)) {
                for (String line : lines.toList()) {
                    records.add(SenzingRecord.of(JSON.readTree(line)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Map<RecordKey, String> truth = new HashMap<>();
        for (NamedCsvRecord row : rows("senzing_truthset/truth.csv")) {
            String[] id = row.getField("record_id").split(":");
            truth.put(RecordKey.of(id[0], id[1]), row.getField("entity_id"));
        }
        return new LabelledSet("senzing_truthset", "US", records, truth);
    }

    LabelledSet fake1000() {
        return csv("splink_fake_1000", "GB", RecordType.PERSON, row -> {
            Attributes attributes = new Attributes();
            attributes.add(AttributeName.GIVEN_NAME, row.getField("first_name"));
            attributes.add(AttributeName.FAMILY_NAME, row.getField("surname"));
            attributes.add(AttributeName.BIRTH_DATE, row.getField("dob"));
            attributes.add(AttributeName.CITY, row.getField("city"));
            attributes.add(AttributeName.EMAIL, row.getField("email"));
            return attributes;
        });
    }

    LabelledSet febrl3(boolean withSecurityNumber) {
        LabelledSet set = csv("febrl3", "AU", RecordType.PERSON, row -> {
            Attributes attributes = australian(row);
            attributes.add(AttributeName.BIRTH_DATE, row.getField("date_of_birth"));
            if (withSecurityNumber) {
                attributes.add(AttributeName.NATIONAL_ID, row.getField("soc_sec_id"));
            }
            return attributes;
        });
        return withSecurityNumber
                ? set
                : new LabelledSet("febrl3 without security number", set.region(), set.records(), set.truth());
    }

    LabelledSet epbrn() {
        return csv("epbrn_F", "AU", RecordType.PERSON, row -> {
            Attributes attributes = australian(row);
            attributes.add(AttributeName.PHONE, row.getField("phone_number"));
            if (!row.getField("year").isBlank()) {
                attributes.add(
                        AttributeName.BIRTH_DATE,
                        row.getField("year") + "-" + row.getField("month") + "-" + row.getField("day"));
            }
            return attributes;
        });
    }

    LabelledSet restaurants() {
        return csv("restaurant_fodors_zagat", "US", RecordType.ORGANIZATION, row -> {
            Attributes attributes = new Attributes();
            attributes.add(AttributeName.ORGANIZATION_NAME, row.getField("name"));
            attributes.add(AttributeName.ADDRESS, row.getField("addr"));
            attributes.add(AttributeName.CITY, row.getField("city"));
            attributes.add(AttributeName.PHONE, row.getField("phone"));
            return attributes;
        });
    }

    /** Pairs of names with {@code schema}, {@code name1}, {@code name2} and {@code match}. */
    List<NamedCsvRecord> namePairs() {
        return rows("name_pairs/pairs.csv");
    }

    LabelledSet crm() {
        List<SourceRecord> records = new ArrayList<>();
        for (NamedCsvRecord row : rows("crm_five_sources/crm_contacts.csv")) {
            Attributes attributes = new Attributes();
            attributes.add(AttributeName.GIVEN_NAME, row.getField("first_name"));
            attributes.add(AttributeName.FAMILY_NAME, row.getField("last_name"));
            attributes.add(AttributeName.EMAIL, row.getField("email"));
            attributes.add(AttributeName.PHONE, row.getField("phone"));
            attributes.add(AttributeName.EMPLOYER, row.getField("company_name"));
            records.add(person("crm_contacts", row.getField("crm_contact_id"), attributes));
        }
        for (NamedCsvRecord row : rows("crm_five_sources/billing_accounts.csv")) {
            Attributes attributes = new Attributes();
            attributes.add(AttributeName.NAME, row.getField("account_name"));
            attributes.add(AttributeName.EMAIL, row.getField("email"));
            attributes.add(AttributeName.EMPLOYER, row.getField("company_name"));
            attributes.add(AttributeName.ADDRESS, row.getField("billing_address"));
            records.add(person("billing_accounts", row.getField("billing_account_id"), attributes));
        }
        for (NamedCsvRecord row : rows("crm_five_sources/support_users.csv")) {
            Attributes attributes = new Attributes();
            attributes.add(AttributeName.NAME, row.getField("display_name"));
            attributes.add(AttributeName.EMAIL, row.getField("email"));
            attributes.add(AttributeName.PHONE, row.getField("phone"));
            attributes.add(AttributeName.EMPLOYER, row.getField("company"));
            records.add(person("support_users", row.getField("support_user_id"), attributes));
        }
        for (NamedCsvRecord row : rows("crm_five_sources/app_signups.csv")) {
            Attributes attributes = new Attributes();
            attributes.add(AttributeName.GIVEN_NAME, row.getField("first_name"));
            attributes.add(AttributeName.FAMILY_NAME, row.getField("last_name"));
            attributes.add(AttributeName.EMAIL, row.getField("email"));
            records.add(person("app_signups", row.getField("app_user_id"), attributes));
        }
        for (NamedCsvRecord row : rows("crm_five_sources/partner_leads.csv")) {
            Attributes attributes = new Attributes();
            attributes.add(AttributeName.GIVEN_NAME, row.getField("first_name"));
            attributes.add(AttributeName.FAMILY_NAME, row.getField("last_name"));
            attributes.add(AttributeName.EMAIL, row.getField("email"));
            attributes.add(AttributeName.EMPLOYER, row.getField("company"));
            records.add(person("partner_leads", row.getField("partner_lead_id"), attributes));
        }
        return new LabelledSet("crm_five_sources", "US", records, Map.of());
    }

    private static SourceRecord person(String source, String id, Attributes attributes) {
        return SourceRecord.of(RecordKey.of(source, id), RecordType.PERSON, OBSERVED, attributes.values());
    }

    private static Attributes australian(NamedCsvRecord row) {
        Attributes attributes = new Attributes();
        attributes.add(AttributeName.GIVEN_NAME, row.getField("given_name"));
        attributes.add(AttributeName.FAMILY_NAME, row.getField("surname"));
        attributes.add(
                AttributeName.ADDRESS,
                String.join(" ", row.getField("street_number"), row.getField("address_1"), row.getField("address_2")));
        attributes.add(AttributeName.CITY, row.getField("suburb"));
        attributes.add(AttributeName.POSTCODE, row.getField("postcode"));
        return attributes;
    }

    private interface Mapping {
        Attributes map(NamedCsvRecord row);
    }

    private LabelledSet csv(String name, String region, RecordType type, Mapping mapping) {
        List<SourceRecord> records = new ArrayList<>();
        for (NamedCsvRecord row : rows(name + "/records.csv")) {
            records.add(SourceRecord.of(
                    RecordKey.of(name, row.getField("record_id")),
                    type,
                    OBSERVED,
                    mapping.map(row).values()));
        }
        Map<RecordKey, String> truth = new HashMap<>();
        for (NamedCsvRecord row : rows(name + "/truth.csv")) {
            truth.put(RecordKey.of(name, row.getField("record_id")), row.getField("entity_id"));
        }
        return new LabelledSet(name, region, records, truth);
    }

    private List<NamedCsvRecord> rows(String file) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(folder.resolve(file))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Attribute values as they come, blanks left out. */
    static final class Attributes {
        private final Map<String, List<String>> values = new TreeMap<>();

        void add(String attribute, String value) {
            if (!value.isBlank()) {
                values.computeIfAbsent(attribute, name -> new ArrayList<>()).add(value);
            }
        }

        Map<String, List<String>> values() {
            return values;
        }
    }

    /** One record of the truth set: its features are a list of small objects. */
    static final class SenzingRecord {
        private SenzingRecord() {}

        static SourceRecord of(JsonNode record) {
            RecordType type = RecordType.UNKNOWN;
            Attributes attributes = new Attributes();
            for (JsonNode feature : record.path("FEATURES")) {
                if (feature.has("RECORD_TYPE")) {
                    type = RecordType.parse(text(feature, "RECORD_TYPE"));
                }
                attributes.add(AttributeName.NAME, text(feature, "NAME_FULL"));
                attributes.add(AttributeName.ORGANIZATION_NAME, text(feature, "NAME_ORG"));
                attributes.add(AttributeName.FAMILY_NAME, text(feature, "NAME_LAST"));
                attributes.add(AttributeName.GIVEN_NAME, text(feature, "NAME_FIRST"));
                attributes.add(AttributeName.MIDDLE_NAME, text(feature, "NAME_MIDDLE"));
                attributes.add(AttributeName.BIRTH_DATE, text(feature, "DATE_OF_BIRTH"));
                attributes.add(AttributeName.GENDER, text(feature, "GENDER"));
                attributes.add(AttributeName.PHONE, text(feature, "PHONE_NUMBER"));
                attributes.add(AttributeName.EMAIL, text(feature, "EMAIL_ADDRESS"));
                attributes.add(AttributeName.EMPLOYER, text(feature, "EMPLOYER"));
                attributes.add(AttributeName.ADDRESS, address(feature));
                attributes.add(AttributeName.PASSPORT, scoped(feature, "PASSPORT_COUNTRY", "PASSPORT_NUMBER"));
                attributes.add(
                        AttributeName.DRIVERS_LICENCE,
                        scoped(feature, "DRIVERS_LICENSE_STATE", "DRIVERS_LICENSE_NUMBER"));
                attributes.add(AttributeName.TAX_ID, scoped(feature, "TAX_ID_COUNTRY", "TAX_ID_NUMBER"));
                attributes.add(AttributeName.NATIONAL_ID, scoped(feature, "NATIONAL_ID_COUNTRY", "NATIONAL_ID_NUMBER"));
                attributes.add(AttributeName.NATIONAL_ID, text(feature, "SSN_NUMBER"));
                attributes.add(AttributeName.BUSINESS_LICENCE, scoped(feature, "LEI", "LEI_NUMBER"));
            }
            return SourceRecord.of(
                    RecordKey.of(text(record, "DATA_SOURCE"), text(record, "RECORD_ID")),
                    type,
                    OBSERVED,
                    attributes.values());
        }

        private static String text(JsonNode node, String field) {
            return node.path(field).asText("");
        }

        private static String scoped(JsonNode node, String scope, String number) {
            String value = text(node, number);
            String where = text(node, scope);
            return value.isBlank() || where.isBlank() ? value : where + "/" + value;
        }

        private static String address(JsonNode feature) {
            return Stream.of("ADDR_FULL", "ADDR_LINE1", "ADDR_CITY", "ADDR_STATE", "ADDR_POSTAL_CODE", "ADDR_COUNTRY")
                    .map(field -> text(feature, field).strip())
                    .filter(part -> !part.isEmpty())
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("");
        }
    }
}
