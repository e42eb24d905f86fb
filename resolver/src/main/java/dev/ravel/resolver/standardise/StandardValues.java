package dev.ravel.resolver.standardise;

import java.util.List;
import java.util.Optional;

/**
 * What a record says beside its identifiers, in comparable form. Each list is in the order received, without repetition.
 *
 * @param people the names of a person
 * @param organizations the names of an organisation
 * @param employers the names of the person's employers: evidence, not names of the customer
 * @param birthDates dates of birth, or of registration
 * @param gender the gender, if one is said and no other
 * @param addresses postal addresses; the k-th is the k-th identifier of kind ADDRESS
 * @param cities cities, folded
 * @param postcodes postal codes, also those found in addresses
 * @param emailLocalParts the local parts of the e-mail addresses that belong to a person
 * @param phoneTails the last digits of phones that are often written without country or area code
 * @param locations coordinates
 * @param origins places of birth, folded, or codes of countries of registration
 * @param occupations what a person does, folded
 */
public record StandardValues(
        List<PersonName> people,
        List<OrganizationName> organizations,
        List<OrganizationName> employers,
        List<StandardDate> birthDates,
        Optional<Gender> gender,
        List<StandardAddress> addresses,
        List<String> cities,
        List<String> postcodes,
        List<String> emailLocalParts,
        List<String> phoneTails,
        List<StandardLocation> locations,
        List<String> origins,
        List<String> occupations) {
    /** What a record says that says nothing but identifiers. */
    static final StandardValues NONE = new StandardValues(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    public StandardValues {
        people = List.copyOf(people);
        organizations = List.copyOf(organizations);
        employers = List.copyOf(employers);
        birthDates = List.copyOf(birthDates);
        addresses = List.copyOf(addresses);
        cities = List.copyOf(cities);
        postcodes = List.copyOf(postcodes);
        emailLocalParts = List.copyOf(emailLocalParts);
        phoneTails = List.copyOf(phoneTails);
        locations = List.copyOf(locations);
        origins = List.copyOf(origins);
        occupations = List.copyOf(occupations);
    }
}
