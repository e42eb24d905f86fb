package dev.ravel.resolver.standardise;

import dev.ravel.model.identifier.Identifier;
import dev.ravel.model.identifier.IdentifierRole;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.settings.ResolverSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Standardises source records under one configuration. A pure function of the record and the settings; thread-safe.
 */
public final class Standardiser {
    /** Raised with every change of what standardising gives; part of the resolution digest. */
    public static final int VERSION = 1;

    private final PhoneStandardiser phones;
    private final EmailStandardiser emails = new EmailStandardiser();

    public Standardiser(ResolverSettings settings) {
        this.phones = new PhoneStandardiser(settings.defaultRegion());
    }

    /**
     * The versions of all that standardising depends on beside the settings: this code, libphonenumber's metadata and
     * ICU's data. Two installations with equal versions standardise alike.
     */
    public static String versions() {
        return "standardiser=" + VERSION + " libphonenumber=" + DataVersions.libphonenumber() + " icu="
                + DataVersions.icu();
    }

    /** The comparable form of a live record. */
    public StandardRecord standardise(SourceRecord record) {
        String tenant = record.key().tenant();
        String name = nameKey(record);
        Map<SharedKey, Identifier> identifiers = new LinkedHashMap<>();
        add(identifiers, tenant, record, AttributeName.NATIONAL_ID, IdentifierType.NATIONAL_ID);
        add(identifiers, tenant, record, AttributeName.PASSPORT, IdentifierType.PASSPORT);
        add(identifiers, tenant, record, AttributeName.DRIVERS_LICENCE, IdentifierType.DRIVERS_LICENCE);
        add(identifiers, tenant, record, AttributeName.TAX_ID, IdentifierType.TAX_ID);
        add(identifiers, tenant, record, AttributeName.BUSINESS_LICENCE, IdentifierType.BUSINESS_LICENCE);
        add(identifiers, tenant, record, AttributeName.LOYALTY_CARD, IdentifierType.LOYALTY_CARD);
        for (String raw : record.values(AttributeName.EMAIL)) {
            emails.standardise(raw)
                    .ifPresent(email -> put(
                            identifiers,
                            tenant,
                            new Identifier(
                                    IdentifierType.EMAIL,
                                    "",
                                    email.value(),
                                    raw,
                                    email.shared() ? IdentifierRole.CONTACT : IdentifierRole.OWNER)));
        }
        for (String raw : record.values(AttributeName.PHONE)) {
            phones.standardise(raw)
                    .ifPresent(phone -> put(
                            identifiers,
                            tenant,
                            new Identifier(
                                    IdentifierType.PHONE,
                                    "",
                                    phone.value(),
                                    raw,
                                    switch (phone.kind()) {
                                        case SUBSCRIBER -> IdentifierRole.OWNER;
                                        case HOTLINE -> IdentifierRole.CONTACT;
                                        case DIGITS, MASKED -> IdentifierRole.CORROBORATING;
                                    })));
        }
        add(identifiers, tenant, record, AttributeName.DEVICE, IdentifierType.DEVICE);
        add(identifiers, tenant, record, AttributeName.ADDRESS, IdentifierType.ADDRESS);
        Set<SharedKey> keys = new LinkedHashSet<>(identifiers.keySet());
        List<String> dates = record.values(AttributeName.BIRTH_DATE);
        if (!name.isEmpty() && !dates.isEmpty()) {
            keys.add(SharedKey.block(tenant, "nameBirthDate", name + '|' + FoldedText.of(dates.get(0))));
        }
        return new StandardRecord(
                record,
                name.isEmpty() ? record.key().text() : name,
                new ArrayList<>(identifiers.values()),
                new ArrayList<>(keys));
    }

    private static void add(
            Map<SharedKey, Identifier> identifiers,
            String tenant,
            SourceRecord record,
            String attribute,
            IdentifierType type) {
        for (String raw : record.values(attribute)) {
            String value = FoldedText.of(raw);
            if (!value.isEmpty()) {
                put(identifiers, tenant, new Identifier(type, "", value, raw, IdentifierRole.OWNER));
            }
        }
    }

    private static void put(Map<SharedKey, Identifier> identifiers, String tenant, Identifier identifier) {
        identifiers.putIfAbsent(identifier.key(tenant), identifier);
    }

    private static String nameKey(SourceRecord record) {
        List<String> parts = new ArrayList<>();
        for (String attribute : List.of(
                AttributeName.GIVEN_NAME,
                AttributeName.FAMILY_NAME,
                AttributeName.NAME,
                AttributeName.ORGANIZATION_NAME)) {
            record.values(attribute).stream()
                    .limit(1)
                    .map(FoldedText::of)
                    .map(FoldedText::latin)
                    .forEach(text -> parts.addAll(Arrays.asList(text.split("[^a-z0-9]+"))));
        }
        parts.removeIf(String::isEmpty);
        return String.join(" ", new java.util.TreeSet<>(parts));
    }
}
