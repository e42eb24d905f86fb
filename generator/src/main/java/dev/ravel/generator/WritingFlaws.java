package dev.ravel.generator;

import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.SourceRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * How often systems spoil the numbers that they pass on. Each share is of the records of ordinary customers that carry
 * such a number, from 0 to 1; those of phones add up to 1 at most. All versions of a record are spoiled alike.
 *
 * @param maskedPhones written {@code 138****8001}
 * @param hashedPhones given only as a hash of their digits, of each system always the same kind: MD5 from CRM and support,
 *     SHA-1 from the shop, SHA-256 from the app
 * @param lentPhones replaced by a platform's number with an extension (短期隐私号)
 * @param shortenedPhones written {@code 1.38E+10}, as a spreadsheet shows them: most digits are lost
 * @param scientificPhones written {@code 1.3800138001E+10}: all digits are there
 * @param oldIdentityNumbers written with fifteen digits
 * @param mistypedIdentityNumbers with two digits swapped, so that the check sign is wrong
 */
public record WritingFlaws(
        double maskedPhones,
        double hashedPhones,
        double lentPhones,
        double shortenedPhones,
        double scientificPhones,
        double oldIdentityNumbers,
        double mistypedIdentityNumbers) {
    /** Systems that pass on numbers as they know them. */
    public static final WritingFlaws NONE = new WritingFlaws(0, 0, 0, 0, 0, 0, 0);

    private static final Map<String, String> HASHES =
            Map.of(SourceSystem.SHOP.source(), "SHA-1", SourceSystem.APP.source(), "SHA-256");

    private static final int MOBILE_DIGITS = 11;
    private static final int LENT_NUMBERS = 40;
    private static final long FIRST_LENT = 17_000_000_000L;

    public WritingFlaws {
        double phones = maskedPhones + hashedPhones + lentPhones + shortenedPhones + scientificPhones;
        double least = Math.min(
                Math.min(Math.min(maskedPhones, hashedPhones), Math.min(lentPhones, shortenedPhones)),
                Math.min(scientificPhones, Math.min(oldIdentityNumbers, mistypedIdentityNumbers)));
        if (least < 0 || phones > 1 || oldIdentityNumbers + mistypedIdentityNumbers > 1) {
            throw new IllegalArgumentException("shares of flaws are from 0 to 1, together too");
        }
    }

    /** The version as its system passes it on; the same for all versions of a record. */
    GeneratedRecord spoiled(GeneratedRecord record, long seed) {
        SourceRecord version = record.version();
        if (equals(NONE) || record.scenario() != Scenario.ORDINARY || version.deleted()) {
            return record;
        }
        TreeMap<String, List<String>> attributes = new TreeMap<>(version.attributes());
        Dice dice = Dice.of(seed, version.key().text().hashCode());
        double phone = dice.share();
        double document = dice.share();
        String hash = HASHES.getOrDefault(version.key().source(), "MD5");
        attributes.computeIfPresent(
                AttributeName.PHONE, (name, values) -> each(values, raw -> phone(raw, phone, hash, dice)));
        attributes.computeIfPresent(
                AttributeName.NATIONAL_ID, (name, values) -> each(values, raw -> identityNumber(raw, document)));
        return new GeneratedRecord(
                new SourceRecord(
                        version.key(),
                        version.type(),
                        version.observedAt(),
                        version.sequence(),
                        version.deleted(),
                        attributes),
                record.customer(),
                record.scenario(),
                record.neighbourhood(),
                record.later());
    }

    private String phone(String raw, double chance, String hash, Dice dice) {
        String digits = mobileDigits(raw);
        if (digits.length() != MOBILE_DIGITS) {
            return raw;
        }
        double left = chance - maskedPhones;
        if (left < 0) {
            return new Phone(digits, 0).masked();
        }
        left -= hashedPhones;
        if (left < 0) {
            return hashed(digits, hash);
        }
        left -= lentPhones;
        if (left < 0) {
            long lent = FIRST_LENT + dice.below(LENT_NUMBERS);
            return lent + "转" + String.format(Locale.ROOT, "%04d", dice.below(10_000));
        }
        left -= shortenedPhones;
        if (left < 0) {
            return digits.charAt(0) + "." + digits.substring(1, 3) + "E+10";
        }
        left -= scientificPhones;
        return left < 0 ? digits.charAt(0) + "." + digits.substring(1) + "E+10" : raw;
    }

    private String identityNumber(String raw, double chance) {
        if (chance < oldIdentityNumbers) {
            boolean bornBefore2000 = raw.startsWith("19", 6);
            return bornBefore2000 ? raw.substring(0, 6) + raw.substring(8, 17) : raw;
        }
        return chance < oldIdentityNumbers + mistypedIdentityNumbers ? Typos.swapped(raw, 15) : raw;
    }

    private static String mobileDigits(String raw) {
        StringBuilder digits = new StringBuilder();
        raw.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        String all = digits.toString();
        String national = all.startsWith("0086") ? all.substring(4) : all.startsWith("86") ? all.substring(2) : all;
        return national.startsWith("1") ? national : "";
    }

    private static String hashed(String text, String algorithm) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    private static List<String> each(List<String> values, UnaryOperator<String> change) {
        List<String> changed = new ArrayList<>(values.size());
        values.forEach(value -> changed.add(change.apply(value)));
        return changed;
    }
}
