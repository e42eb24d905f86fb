package dev.ravel.resolver.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * What the partition depends on beside records and judgements, in one hash: model, settings, standardiser version, and
 * the data versions of libphonenumber and ICU. A graph is stamped with exactly one.
 *
 * @param hex lower-case hexadecimal digits
 * @param keys the part of it that the keys of records depend on: standardisers, their data, region, zone and blocking rules;
 *     empty if it is not known
 */
public record ResolutionDigest(String hex, String keys) {
    public ResolutionDigest {
        Objects.requireNonNull(hex, "hex");
        Objects.requireNonNull(keys, "keys");
        if (hex.isBlank()) {
            throw new IllegalArgumentException("the resolution digest is blank");
        }
    }

    /** A digest of which only the whole is known. */
    public ResolutionDigest(String hex) {
        this(hex, "");
    }

    /** Whether records have the same keys under both, as far as is known. */
    public boolean sameKeysAs(ResolutionDigest other) {
        return !keys.isEmpty() && keys.equals(other.keys);
    }

    /**
     * The digest of a resolution. Every setting but the tenant takes part; identifier kinds and sources are written in
     * a fixed order.
     *
     * @param modelDigest the digest of the model file
     * @param blocking which blocking rules the model applies, which is in its digest too; empty if they are the usual ones
     * @param versions the versions of the standardisers and of the data that they read
     * @param comparison the version of the rules by which two values take a level; no key depends on it
     */
    public static ResolutionDigest of(
            ResolverSettings settings, String modelDigest, String blocking, String versions, int comparison) {
        StringBuilder text = new StringBuilder("resolution/1\n");
        text.append("model ").append(modelDigest).append('\n');
        text.append("versions ").append(versions).append('\n');
        text.append("comparison ").append(comparison).append('\n');
        text.append("defaultRegion ").append(settings.defaultRegion()).append('\n');
        text.append("zone ").append(settings.zone()).append('\n');
        text.append("matchWeight ").append(settings.matchWeight()).append('\n');
        text.append("reviewWeight ").append(settings.reviewWeight()).append('\n');
        text.append("weakBridgeMargin ").append(settings.weakBridgeMargin()).append('\n');
        text.append("maxEntityRecords ").append(settings.maxEntityRecords()).append('\n');
        text.append("blockCap ").append(settings.blockCap()).append('\n');
        text.append("identifierCandidateCap ")
                .append(settings.identifierCandidateCap())
                .append('\n');
        settings.identifiers().forEach((type, treatment) -> text.append("identifier ")
                .append(type)
                .append(' ')
                .append(treatment.nameCap())
                .append(' ')
                .append(treatment.exclusive())
                .append(' ')
                .append(treatment.grace().toSeconds())
                .append('\n'));
        settings.suppressedValues()
                .forEach(value -> text.append("suppressed ").append(value).append('\n'));
        settings.sources().forEach((name, source) -> {
            if (source.trust() != 0) {
                text.append("trust ")
                        .append(name)
                        .append(' ')
                        .append(source.trust())
                        .append('\n');
            }
        });
        settings.duplicateFreeSources()
                .forEach(source -> text.append("duplicateFree ").append(source).append('\n'));
        String keys = "keys/1\n" + versions + '\n' + settings.defaultRegion() + '\n' + settings.zone() + '\n'
                + (blocking.isEmpty() ? "" : "blocking " + blocking + '\n');
        return new ResolutionDigest(sha256(text.toString()), sha256(keys));
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
