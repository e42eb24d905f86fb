package dev.ravel.resolver.standardise;

import dev.ravel.model.identifier.Identifier;
import dev.ravel.model.identifier.IdentifierRole;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.SourceRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds a record's identifiers other than addresses, and says what the customer is to each. */
final class IdentifierStandardiser {
    private final PhoneStandardiser phones;
    private final EmailStandardiser emails = new EmailStandardiser();
    private final DocumentStandardiser documents;

    IdentifierStandardiser(String defaultRegion) {
        this.phones = new PhoneStandardiser(defaultRegion);
        this.documents = new DocumentStandardiser(Places.shipped(), defaultRegion);
    }

    /**
     * What a record's identifiers are, and what else they tell.
     *
     * @param identifiers distinct by kind, scope and value, most discriminating kinds first; may be added to
     * @param keys their keys, in their order; may be added to
     * @param emailLocalParts the local parts of the mailboxes that belong to a person
     * @param phoneTails the last digits of phones that may lack an area code, see {@link StandardPhone#tail}
     */
    record Result(
            List<Identifier> identifiers, Set<SharedKey> keys, List<String> emailLocalParts, List<String> phoneTails) {}

    /** The comparable forms of a value of a kind that passes from one owner to another: one, none, or those of a cell. */
    List<String> standardise(CarriedValue value) {
        List<String> found = new ArrayList<>(1);
        switch (value.type()) {
            case PHONE -> phones.each(value.raw(), (phone, raw) -> found.add(phone.value()));
            case EMAIL -> emails.each(value.raw(), (email, raw) -> found.add(email.value()));
            case DEVICE -> DeviceStandardiser.standardise(value.raw()).ifPresent(found::add);
            case ADDRESS,
                    NATIONAL_ID,
                    PASSPORT,
                    DRIVERS_LICENCE,
                    TAX_ID,
                    BUSINESS_LICENCE,
                    LOYALTY_CARD,
                    OPEN_ID,
                    UNION_ID,
                    ACCOUNT,
                    WEBSITE,
                    OTHER -> {}
        }
        return found;
    }

    Result standardise(SourceRecord record) {
        Found found = new Found(record);
        found.documents(AttributeName.NATIONAL_ID, IdentifierType.NATIONAL_ID);
        found.documents(AttributeName.PASSPORT, IdentifierType.PASSPORT);
        found.documents(AttributeName.DRIVERS_LICENCE, IdentifierType.DRIVERS_LICENCE);
        found.documents(AttributeName.TAX_ID, IdentifierType.TAX_ID);
        found.documents(AttributeName.BUSINESS_LICENCE, IdentifierType.BUSINESS_LICENCE);
        found.accounts(AttributeName.UNION_ID, IdentifierType.UNION_ID);
        found.accounts(AttributeName.OPEN_ID, IdentifierType.OPEN_ID);
        found.accounts(AttributeName.ACCOUNT, IdentifierType.ACCOUNT);
        found.accounts(AttributeName.LOYALTY_CARD, IdentifierType.LOYALTY_CARD);
        found.emails();
        found.phones();
        found.phonesOfOthers(AttributeName.RECIPIENT_PHONE, IdentifierRole.RECIPIENT);
        found.phonesOfOthers(AttributeName.CONTACT_PHONE, IdentifierRole.CONTACT);
        for (String raw : record.values(AttributeName.DEVICE)) {
            DeviceStandardiser.standardise(raw)
                    .ifPresent(id -> found.add(IdentifierType.DEVICE, "", id, raw, IdentifierRole.OWNER));
        }
        for (String raw : record.values(AttributeName.WEBSITE)) {
            WebsiteStandardiser.standardise(raw)
                    .ifPresent(host -> found.add(IdentifierType.WEBSITE, "", host, raw, IdentifierRole.OWNER));
        }
        return new Result(
                found.identifiers, found.keys, List.copyOf(found.emailLocalParts), List.copyOf(found.phoneTails));
    }

    private final class Found {
        private final SourceRecord record;
        private final List<Identifier> identifiers = new ArrayList<>();
        private final Set<SharedKey> keys = new LinkedHashSet<>();
        private final Set<String> emailLocalParts = new LinkedHashSet<>();
        private final Set<String> phoneTails = new LinkedHashSet<>();

        Found(SourceRecord record) {
            this.record = record;
        }

        void documents(String attribute, IdentifierType type) {
            for (String raw : record.values(attribute)) {
                documents
                        .all(raw, type)
                        .forEach(document -> add(
                                type,
                                document.scope(),
                                document.value(),
                                raw,
                                document.partial() ? IdentifierRole.CORROBORATING : IdentifierRole.OWNER));
            }
        }

        void accounts(String attribute, IdentifierType type) {
            for (String raw : record.values(attribute)) {
                AccountStandardiser.standardise(raw)
                        .ifPresent(account -> add(type, account.scope(), account.value(), raw, IdentifierRole.OWNER));
            }
        }

        void emails() {
            for (String cell : record.values(AttributeName.EMAIL)) {
                emails.each(cell, (email, raw) -> {
                    add(
                            IdentifierType.EMAIL,
                            "",
                            email.value(),
                            raw,
                            email.shared() ? IdentifierRole.CONTACT : IdentifierRole.OWNER);
                    if (!email.shared()) {
                        emailLocalParts.add(email.localPart());
                    }
                });
            }
        }

        void phones() {
            for (String cell : record.values(AttributeName.PHONE)) {
                phones.each(cell, (phone, raw) -> {
                    add(
                            IdentifierType.PHONE,
                            "",
                            phone.value(),
                            raw,
                            switch (phone.kind()) {
                                case SUBSCRIBER -> IdentifierRole.OWNER;
                                case HOTLINE -> IdentifierRole.CONTACT;
                                case DIGITS, MASKED, HASHED, PRIVACY -> IdentifierRole.CORROBORATING;
                            });
                    if (!phone.tail().isEmpty()) {
                        phoneTails.add(phone.tail());
                    }
                });
            }
        }

        /** Phones of people whom the customer has to do with; one that is the customer's own too stays that. */
        void phonesOfOthers(String attribute, IdentifierRole role) {
            for (String cell : record.values(attribute)) {
                phones.each(cell, (phone, raw) -> add(IdentifierType.PHONE, "", phone.value(), raw, role));
            }
        }

        void add(IdentifierType type, String scope, String value, String raw, IdentifierRole role) {
            Identifier identifier = new Identifier(type, scope, value, raw, role);
            if (keys.add(identifier.key(record.key().tenant()))) {
                identifiers.add(identifier);
            }
        }
    }
}
