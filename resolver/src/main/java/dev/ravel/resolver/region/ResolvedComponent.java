package dev.ravel.resolver.region;

import dev.ravel.model.cluster.Partition;
import java.util.Objects;

/**
 * A component and how it is divided.
 *
 * @param name the text of its smallest record key
 * @param partition its entities and the links held between them
 */
public record ResolvedComponent(String name, Partition partition) {
    public ResolvedComponent {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(partition, "partition");
    }
}
