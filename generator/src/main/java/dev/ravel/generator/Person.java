package dev.ravel.generator;

import java.time.LocalDate;
import java.util.List;

/**
 * A person, as they are: what systems write about them is {@link PersonRecords}'.
 *
 * @param serial unique among all customers
 * @param name the name
 * @param male the sex
 * @param birth the date of birth
 * @param phones their own mobiles, at least one
 * @param emails their addresses, at least one
 * @param homes where they live, after a move also where they lived; at least one
 * @param devices their phones and tablets, at least one
 * @param nationalId the identity number
 * @param loyaltyCard the number of their card
 */
record Person(
        long serial,
        PersonName name,
        boolean male,
        LocalDate birth,
        List<Phone> phones,
        List<String> emails,
        List<Address> homes,
        List<String> devices,
        String nationalId,
        String loyaltyCard)
        implements Customer {

    @Override
    public String id() {
        return "person-" + serial;
    }

    Phone phone() {
        return phones.get(0);
    }

    String email() {
        return emails.get(0);
    }

    Address home() {
        return homes.get(0);
    }

    String device() {
        return devices.get(0);
    }

    Person named(PersonName other) {
        return new Person(serial, other, male, birth, phones, emails, homes, devices, nationalId, loyaltyCard);
    }

    Person bornOn(LocalDate date) {
        return new Person(serial, name, male, date, phones, emails, homes, devices, nationalId, loyaltyCard);
    }

    Person withPhones(List<Phone> others) {
        return new Person(serial, name, male, birth, others, emails, homes, devices, nationalId, loyaltyCard);
    }

    Person livingAt(List<Address> others) {
        return new Person(serial, name, male, birth, phones, emails, others, devices, nationalId, loyaltyCard);
    }
}
