package dev.ravel.resolver.standardise;

import java.util.Optional;

/** Ids of devices: case and blanks do not count, and an id of zeros only is none. */
final class DeviceStandardiser {
    private DeviceStandardiser() {}

    /** The id in its comparable form; empty if the text holds none. */
    static Optional<String> standardise(String raw) {
        String id = FoldedText.of(raw).replace(" ", "");
        boolean nothing = id.chars().allMatch(c -> c == '0' || c == '-' || c == ':');
        return nothing ? Optional.empty() : Optional.of(id);
    }
}
