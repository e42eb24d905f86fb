package dev.ravel.resolver.standardise;

import dev.ravel.model.identifier.Identifier;
import dev.ravel.model.identifier.IdentifierRole;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.blocking.BlockingRules;
import dev.ravel.resolver.settings.ResolverSettings;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Standardises source records under one configuration. A pure function of the record, the settings and the blocking rules;
 * thread-safe.
 *
 * <p>Which attribute becomes what is decided here; how a value is brought to its comparable form is decided in one class a
 * kind: {@link PhoneStandardiser}, {@link EmailStandardiser}, {@link NameStandardiser}, {@link
 * OrganizationNameStandardiser}, {@link AddressStandardiser}, {@link LocationStandardiser}, {@link DateStandardiser}, {@link DocumentStandardiser},
 * {@link DeviceStandardiser}, {@link AccountStandardiser}, {@link WebsiteStandardiser}, {@link Gender}.
 */
public final class Standardiser {
    /** Raised with every change of what standardising gives; part of the resolution digest. */
    public static final int VERSION = 14;

    private static final Places PLACES = Places.shipped();

    private final IdentifierStandardiser identifierStandardiser;
    private final NameStandardiser names = new NameStandardiser();
    private final OrganizationNameStandardiser organizations = new OrganizationNameStandardiser();
    private final AddressStandardiser addresses = new AddressStandardiser();
    private final LocationStandardiser locations;
    private final DateStandardiser dates;
    private final Graces graces;
    private final BlockingRules blocking;

    /** A standardiser under the usual blocking rules. */
    public Standardiser(ResolverSettings settings) {
        this(settings, BlockingRules.USUAL);
    }

    /**
     * A standardiser.
     *
     * @param blocking the rules that give records their blocks
     */
    public Standardiser(ResolverSettings settings, BlockingRules blocking) {
        this.blocking = blocking;
        this.identifierStandardiser = new IdentifierStandardiser(settings.defaultRegion());
        this.locations = new LocationStandardiser(settings.defaultRegion());
        this.dates = new DateStandardiser(settings.defaultRegion());
        this.graces = new Graces(settings);
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
        IdentifierStandardiser.Result found = identifierStandardiser.standardise(record);
        List<Identifier> identifiers = found.identifiers();
        List<String> cities = folded(record.values(AttributeName.CITY));
        List<TownText> towns = towns(record, cities);
        Map<StandardAddress, String> places = addresses(record, cities);
        StandardValues values = values(record, found, List.copyOf(places.keySet()), cities, towns);
        if (values.equals(StandardValues.NONE)) {
            values = StandardValues.NONE;
        }
        String tenant = record.key().tenant();
        Set<SharedKey> keys = found.keys();
        places.forEach((address, raw) -> {
            Identifier identifier =
                    new Identifier(IdentifierType.ADDRESS, "", address.value(), raw, IdentifierRole.OWNER);
            identifiers.add(identifier);
            keys.add(identifier.key(tenant));
        });
        int leftOut = blocking.addKeys(values, identifiers.size(), tenant, keys);
        return new StandardRecord(record, nameKey(values), identifiers, keys, leftOut, values, graces);
    }

    /**
     * The same of a record that had other versions.
     *
     * @param spans the record's spans beside this version
     */
    public StandardRecord standardise(SourceRecord record, Spans spans) {
        return dated(standardise(record), spans);
    }

    /** A comparable form that knows what was observed before. Cheap beside standardising. */
    public StandardRecord dated(StandardRecord record, Spans spans) {
        return spans.isEmpty() ? record : record.observedIn(spans, identifierStandardiser::standardise);
    }

    private StandardValues values(
            SourceRecord record,
            IdentifierStandardiser.Result found,
            List<StandardAddress> places,
            List<String> saidCities,
            List<TownText> towns) {
        List<PersonName> people = new ArrayList<>();
        List<OrganizationName> businesses = new ArrayList<>();
        List<OrganizationName> employers = organizations(record.values(AttributeName.EMPLOYER));
        List<String> full = NamesInOneText.apart(record.values(AttributeName.NAME));
        List<String> firms = NamesInOneText.apart(record.values(AttributeName.ORGANIZATION_NAME));
        switch (record.type()) {
            case PERSON -> {
                full.forEach(raw -> names.ofFullName(raw).ifPresent(people::add));
                addParts(record, people);
                employers.addAll(organizations(firms));
            }
            case ORGANIZATION -> {
                businesses.addAll(organizations(firms));
                businesses.addAll(organizations(full));
            }
            case UNKNOWN -> {
                for (String raw : full) {
                    if (LegalForms.areIn(raw)) {
                        organizations.standardise(raw).ifPresent(businesses::add);
                    } else {
                        names.ofFullName(raw).ifPresent(people::add);
                    }
                }
                addParts(record, people);
                List<OrganizationName> said = organizations(firms);
                (people.isEmpty() ? businesses : employers).addAll(said);
            }
        }
        List<String> cities = new ArrayList<>(saidCities);
        Set<String> postcodes = new LinkedHashSet<>();
        for (TownText town : towns) {
            if (!town.city().isEmpty()) {
                cities.add(town.city());
            }
            if (!town.postcode().isEmpty()) {
                postcodes.add(town.postcode());
            }
        }
        for (String raw : folded(record.values(AttributeName.POSTCODE))) {
            postcodes.add(AddressStandardiser.compact(raw));
        }
        for (StandardAddress place : places) {
            if (!place.postcode().isEmpty()) {
                postcodes.add(place.postcode());
            }
        }
        return new StandardValues(
                distinct(people),
                distinct(businesses),
                distinct(employers),
                birthDates(record),
                gender(record.values(AttributeName.GENDER)),
                places,
                distinct(cities),
                List.copyOf(postcodes),
                found.emailLocalParts(),
                found.phoneTails(),
                locations(record),
                origins(record),
                folded(record.values(AttributeName.OCCUPATION)));
    }

    /** The name that a record keeps in parts, which is one with a full name of the same words. */
    private void addParts(SourceRecord record, List<PersonName> people) {
        Optional<PersonName> found = names.ofParts(
                first(record, AttributeName.GIVEN_NAME),
                first(record, AttributeName.MIDDLE_NAME),
                first(record, AttributeName.FAMILY_NAME));
        if (found.isEmpty()) {
            return;
        }
        PersonName parts = found.get();
        if (!people.isEmpty() && names.areOfStyle(parts)) {
            return;
        }
        for (int i = 0; i < people.size(); i++) {
            Optional<PersonName> one = names.ofBoth(people.get(i), parts);
            if (one.isPresent()) {
                people.set(i, one.get());
                return;
            }
        }
        people.add(parts);
    }

    private List<OrganizationName> organizations(List<String> raws) {
        List<OrganizationName> found = new ArrayList<>(raws.size());
        for (String raw : raws) {
            organizations.standardise(raw).ifPresent(found::add);
        }
        return found;
    }

    /** City and postcode complete an address only if there is one of each: else they cannot be told to belong together. */
    private Map<StandardAddress, String> addresses(SourceRecord record, List<String> cities) {
        List<String> raws = new ArrayList<>(record.values(AttributeName.ADDRESS));
        raws.removeIf(raw -> TownText.of(raw, cities, PLACES).isPresent());
        List<String> postcodes = folded(record.values(AttributeName.POSTCODE));
        String city = raws.size() == 1 && cities.size() == 1 ? cities.get(0) : "";
        String postcode = raws.size() == 1 && postcodes.size() == 1 ? postcodes.get(0) : "";
        Map<StandardAddress, String> found = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (String raw : raws) {
            addresses
                    .standardise(raw, city, postcode)
                    .filter(address -> seen.add(address.value()))
                    .ifPresent(address -> found.put(address, raw));
        }
        if (found.size() > 1) {
            dropParts(found.keySet());
        }
        return found;
    }

    /** What the texts say that stand where addresses should and name no more than a town. */
    private static List<TownText> towns(SourceRecord record, List<String> cities) {
        List<TownText> found = new ArrayList<>(1);
        for (String raw : record.values(AttributeName.ADDRESS)) {
            TownText.of(raw, cities, PLACES).ifPresent(found::add);
        }
        return found;
    }

    /** Takes out the addresses that say nothing which another one of the record does not say too. */
    private static void dropParts(Set<StandardAddress> addresses) {
        List<StandardAddress> all = List.copyOf(addresses);
        addresses.removeIf(part -> all.stream()
                .anyMatch(whole -> whole.words().size() > part.words().size()
                        && whole.words().containsAll(part.words())));
    }

    private static Optional<Gender> gender(List<String> raws) {
        Set<Gender> said = new TreeSet<>();
        raws.forEach(raw -> Gender.standardise(raw).ifPresent(said::add));
        return said.size() == 1 ? said.stream().findFirst() : Optional.empty();
    }

    /** The words of the first name in order; null if there is none. */
    private static @Nullable String nameKey(StandardValues values) {
        if (!values.people().isEmpty()) {
            PersonName name = values.people().get(0);
            Set<String> words = new TreeSet<>();
            name.family().forEach(word -> words.add(word.text()));
            name.given().forEach(word -> words.add(word.text()));
            return String.join(" ", words);
        }
        if (!values.organizations().isEmpty()) {
            StringBuilder words = new StringBuilder();
            for (NameToken word : values.organizations().get(0).words()) {
                words.append(words.length() == 0 ? "" : " ").append(word.text());
            }
            return words.toString();
        }
        return null;
    }

    /** The places where a person was born; of an organisation the codes of countries, whose part may stand behind them. */
    private static List<String> origins(SourceRecord record) {
        List<String> raws = folded(record.values(AttributeName.ORIGIN));
        if (record.type() != RecordType.ORGANIZATION) {
            return raws;
        }
        List<String> codes = new ArrayList<>(raws.size());
        for (String raw : raws) {
            for (String country : raw.split("[;|]")) {
                String code = PLACES.code(raw.length() > 2 && raw.charAt(2) == '_' ? raw.substring(0, 2) : country);
                if (!code.isEmpty()) {
                    codes.add(code);
                }
            }
        }
        return distinct(codes);
    }

    private static String first(SourceRecord record, String attribute) {
        List<String> values = record.values(attribute);
        return values.isEmpty() ? "" : values.get(0);
    }

    private List<StandardDate> birthDates(SourceRecord record) {
        List<StandardDate> found = new ArrayList<>(1);
        int latest = record.observedAt().atOffset(ZoneOffset.UTC).getYear();
        for (String raw : record.values(AttributeName.BIRTH_DATE)) {
            dates.standardise(raw, latest).ifPresent(found::add);
        }
        return distinct(found);
    }

    private List<StandardLocation> locations(SourceRecord record) {
        List<StandardLocation> found = new ArrayList<>(1);
        for (String raw : record.values(AttributeName.LOCATION)) {
            locations.standardise(raw).ifPresent(found::add);
        }
        return distinct(found);
    }

    private static List<String> folded(List<String> raws) {
        List<String> found = new ArrayList<>(raws.size());
        for (String raw : raws) {
            String text = FoldedText.of(raw);
            if (!text.isEmpty()) {
                found.add(text);
            }
        }
        return distinct(found);
    }

    /** The elements in their order, each once. */
    private static <T> List<T> distinct(List<T> elements) {
        return elements.size() < 2 ? elements : List.copyOf(new LinkedHashSet<>(elements));
    }
}
