package dev.ravel.resolver.standardise;

import dev.ravel.model.identifier.Identifier;
import dev.ravel.model.identifier.IdentifierRole;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.blocking.BlockingRule;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.transport.Packed;
import dev.ravel.resolver.transport.VersionCodec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Standardised records as bytes, so that a record is standardised once, wherever it is compared. What comes back scores,
 * clusters and merges as the record itself does. Thread-safe.
 *
 * <p>Blocking keys travel as numbers, which whoever knows all carriers has given out: two blocking keys that come back are
 * equal if their rules and their numbers are. Identifiers keep their values.
 */
@SuppressWarnings("EnumOrdinal") // nothing stored depends on the numbers
public final class StandardRecordCodec {
    private static final IdentifierType[] TYPES = IdentifierType.values();
    private static final IdentifierRole[] ROLES = IdentifierRole.values();
    private static final BlockingRule[] RULES = BlockingRule.values();
    private static final Gender[] GENDERS = Gender.values();

    private final Graces graces;
    private final NameTokens tokens = new NameTokens();

    /** A codec of records that were standardised under these settings. */
    public StandardRecordCodec(ResolverSettings settings) {
        this.graces = new Graces(settings);
    }

    /** Writes what scoring and clustering read: all of a record but what only the record as received says. */
    public void writeCompared(StandardRecord record, DataOutput out) throws IOException {
        VersionCodec.writeHead(record.source(), out);
        Packed.writeList(record.identifiers(), out, StandardRecordCodec::writeIdentifier);
        List<SharedKey> keys = record.keys();
        int identified = Math.min(keys.size(), record.identifiers().size());
        Packed.writeList(
                keys.subList(identified, keys.size()),
                out,
                (key, to) -> to.writeByte(
                        BlockingRule.named(key.scope()).orElseThrow().ordinal()));
        Packed.writeSigned(record.leftOutKeys(), out);
        writeValues(record.values(), out);
        long[] firsts = record.firsts();
        out.writeBoolean(firsts != null);
        if (firsts != null) {
            for (long first : firsts) {
                Packed.writeSigned(first, out);
            }
        }
    }

    /** Writes the rest, which golden records are made of. */
    public void writeReceived(StandardRecord record, DataOutput out) throws IOException {
        VersionCodec.writeAttributes(record.source(), out);
        Packed.writeText(record.nameKey(), out);
        for (Identifier identifier : record.identifiers()) {
            Packed.writeText(identifier.raw(), out);
        }
    }

    /**
     * Reads a record that is to be compared only: it comes back without attributes, raw values and {@code nameKey}.
     *
     * @param keys the numbers of its keys in their order; a negative one, or none, is of a key that no other record has
     */
    public StandardRecord readCompared(DataInput compared, long[] keys) throws IOException {
        return read(VersionCodec.readHead(compared), compared, Optional.empty(), keys);
    }

    /** Reads a whole record. */
    public StandardRecord readWhole(DataInput compared, DataInput received, long[] keys) throws IOException {
        SourceRecord source = VersionCodec.readAttributes(VersionCodec.readHead(compared), received);
        return read(source, compared, Optional.of(received), keys);
    }

    private StandardRecord read(SourceRecord source, DataInput compared, Optional<DataInput> received, long[] keys)
            throws IOException {
        String nameKey = received.isPresent() ? Packed.readText(received.get()) : "";
        List<Identifier> identifiers = Packed.readList(compared, from -> readIdentifier(from, received));
        List<SharedKey> shared = readKeys(compared, source, identifiers, keys);
        int leftOut = Math.toIntExact(Packed.readSigned(compared));
        StandardValues values = readValues(compared);
        long[] firsts = null;
        if (compared.readBoolean()) {
            firsts = new long[identifiers.size()];
            for (int i = 0; i < firsts.length; i++) {
                firsts[i] = Packed.readSigned(compared);
            }
        }
        return new StandardRecord(source, nameKey, identifiers, shared, leftOut, values, graces, firsts);
    }

    private static void writeIdentifier(Identifier identifier, DataOutput out) throws IOException {
        out.writeByte(identifier.type().ordinal());
        out.writeByte(identifier.role().ordinal());
        Packed.writeText(identifier.scope(), out);
        Packed.writeText(identifier.value(), out);
    }

    private static Identifier readIdentifier(DataInput compared, Optional<DataInput> received) throws IOException {
        IdentifierType type = TYPES[compared.readByte()];
        IdentifierRole role = ROLES[compared.readByte()];
        String scope = Packed.readText(compared);
        String value = Packed.readText(compared);
        String raw = received.isPresent() ? Packed.readText(received.get()) : "";
        return new Identifier(type, scope, value, raw, role);
    }

    private static List<SharedKey> readKeys(
            DataInput in, SourceRecord source, List<Identifier> identifiers, long[] numbers) throws IOException {
        String tenant = source.key().tenant();
        List<SharedKey> keys = new ArrayList<>();
        int identified = Math.min(StandardRecord.MAX_KEYS, identifiers.size());
        for (int i = 0; i < identified; i++) {
            keys.add(identifiers.get(i).key(tenant));
        }
        for (int i = Packed.readInt(in); i > 0; i--) {
            long number = keys.size() < numbers.length ? numbers[keys.size()] : -1;
            String value = number < 0 ? source.key().text() : Long.toString(number);
            keys.add(SharedKey.block(tenant, RULES[in.readByte()].keyName(), value));
        }
        return keys;
    }

    private static void writeValues(StandardValues values, DataOutput out) throws IOException {
        Packed.writeList(values.people(), out, StandardRecordCodec::writePerson);
        Packed.writeList(values.organizations(), out, StandardRecordCodec::writeOrganization);
        Packed.writeList(values.employers(), out, StandardRecordCodec::writeOrganization);
        Packed.writeList(values.birthDates(), out, StandardRecordCodec::writeDate);
        out.writeByte(values.gender().map(Gender::ordinal).orElse(-1));
        Packed.writeList(values.addresses(), out, StandardRecordCodec::writeAddress);
        Packed.writeList(values.cities(), out, Packed::writeText);
        Packed.writeList(values.postcodes(), out, Packed::writeText);
        Packed.writeList(values.emailLocalParts(), out, Packed::writeText);
        Packed.writeList(values.phoneTails(), out, Packed::writeText);
        Packed.writeList(values.locations(), out, (location, to) -> {
            to.writeInt(location.latitude());
            to.writeInt(location.longitude());
        });
        Packed.writeList(values.origins(), out, Packed::writeText);
        Packed.writeList(values.occupations(), out, Packed::writeText);
    }

    private StandardValues readValues(DataInput in) throws IOException {
        return new StandardValues(
                Packed.readList(in, this::readPerson),
                Packed.readList(in, this::readOrganization),
                Packed.readList(in, this::readOrganization),
                Packed.readList(in, StandardRecordCodec::readDate),
                readGender(in),
                Packed.readList(in, StandardRecordCodec::readAddress),
                Packed.readList(in, Packed::readText),
                Packed.readList(in, Packed::readText),
                Packed.readList(in, Packed::readText),
                Packed.readList(in, Packed::readText),
                Packed.readList(in, from -> new StandardLocation(from.readInt(), from.readInt())),
                Packed.readList(in, Packed::readText),
                Packed.readList(in, Packed::readText));
    }

    private static Optional<Gender> readGender(DataInput in) throws IOException {
        int gender = in.readByte();
        return gender < 0 ? Optional.empty() : Optional.of(GENDERS[gender]);
    }

    private static void writePerson(PersonName name, DataOutput out) throws IOException {
        Packed.writeList(name.family(), out, StandardRecordCodec::writeToken);
        Packed.writeList(name.given(), out, StandardRecordCodec::writeToken);
        writeToken(name.familyJoined(), out);
        writeToken(name.givenJoined(), out);
        Packed.writeSigned(name.generation(), out);
        out.writeBoolean(name.partsKnown());
        Packed.writeText(name.han(), out);
    }

    private PersonName readPerson(DataInput in) throws IOException {
        return new PersonName(
                Packed.readList(in, this::readWord),
                Packed.readList(in, this::readWord),
                readToken(in),
                readToken(in),
                Math.toIntExact(Packed.readSigned(in)),
                in.readBoolean(),
                Packed.readText(in));
    }

    private static void writeOrganization(OrganizationName name, DataOutput out) throws IOException {
        Packed.writeText(name.core(), out);
        Packed.writeList(name.words(), out, StandardRecordCodec::writeToken);
        Packed.writeText(name.han(), out);
        Packed.writeText(name.branch(), out);
    }

    private OrganizationName readOrganization(DataInput in) throws IOException {
        return new OrganizationName(
                Packed.readText(in), Packed.readList(in, this::readWord), Packed.readText(in), Packed.readText(in));
    }

    /** A token is made anew from its text, which is never empty; an empty one stands for none. */
    private static void writeToken(@Nullable NameToken token, DataOutput out) throws IOException {
        Packed.writeText(token == null ? "" : token.text(), out);
    }

    private NameToken readWord(DataInput in) throws IOException {
        return tokens.of(Packed.readText(in));
    }

    private @Nullable NameToken readToken(DataInput in) throws IOException {
        String text = Packed.readText(in);
        return text.isEmpty() ? null : tokens.of(text);
    }

    private static void writeDate(StandardDate date, DataOutput out) throws IOException {
        Packed.writeNumber(date.digits(), out);
        out.writeBoolean(date.ambiguous());
    }

    private static StandardDate readDate(DataInput in) throws IOException {
        int digits = Packed.readInt(in);
        return new StandardDate(digits / 10_000, digits / 100 % 100, digits % 100, in.readBoolean());
    }

    private static void writeAddress(StandardAddress address, DataOutput out) throws IOException {
        Packed.writeText(address.value(), out);
        Packed.writeList(address.words(), out, Packed::writeText);
        AddressParts parts = address.parts();
        Packed.writeText(parts.city(), out);
        Packed.writeList(parts.road(), out, Packed::writeText);
        Packed.writeText(parts.number(), out);
        Packed.writeText(parts.estate(), out);
        Packed.writeText(parts.building(), out);
        Packed.writeText(parts.entrance(), out);
        Packed.writeText(parts.floor(), out);
        Packed.writeText(parts.room(), out);
        Packed.writeText(parts.postcode(), out);
    }

    private static StandardAddress readAddress(DataInput in) throws IOException {
        return new StandardAddress(
                Packed.readText(in),
                Packed.readList(in, Packed::readText),
                new AddressParts(
                        Packed.readText(in),
                        Packed.readList(in, Packed::readText),
                        Packed.readText(in),
                        Packed.readText(in),
                        Packed.readText(in),
                        Packed.readText(in),
                        Packed.readText(in),
                        Packed.readText(in),
                        Packed.readText(in)));
    }
}
