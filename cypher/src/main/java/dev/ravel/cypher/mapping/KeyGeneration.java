package dev.ravel.cypher.mapping;

import dev.ravel.model.identifier.SharedKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which keys records have: a graph that is taken to a resolution under which they have others begins another generation.
 *
 * <p>Which blocks a record is in is kept in the blocks alone, most of them as texts, so that the blocks of a record cannot be
 * told once they cannot be computed. So blocks of different generations have different keys: {@code tenant:BLOCK:…} in the
 * first, {@code tenant:BLOCK.n:…} in the later ones; all of an earlier one are left behind together. Identifiers have one key
 * in all generations, because records are linked to them. Records name their keys without a generation.
 *
 * @param number 0 in a graph that was never taken to other keys
 * @param underWay whether there may be records whose keys are of an earlier generation
 */
public record KeyGeneration(int number, boolean underWay) {
    /** The keys that a new graph has. */
    public static final KeyGeneration FIRST = new KeyGeneration(0, false);

    /** The key of the node of a shared key. */
    public String node(SharedKey key) {
        return key.isBlock() && number > 0
                ? blocks(new Tenant(key.tenant())) + key.scope() + ':' + key.value()
                : key.text();
    }

    /** What the keys of the blocks begin with. */
    public String blocks(Tenant tenant) {
        return tenant.prefix() + SharedKey.BLOCK + (number > 0 ? "." + number : "") + ':';
    }

    /** What the keys of blocks of earlier generations begin with, oldest first. */
    public List<String> formerBlocks(Tenant tenant) {
        List<String> former = new ArrayList<>();
        for (int earlier = 0; earlier < number; earlier++) {
            former.add(new KeyGeneration(earlier, false).blocks(tenant));
        }
        return former;
    }

    /** The property of a record that has these keys; none in the first generation. */
    @Nullable
    Integer property() {
        return number == 0 ? null : number;
    }
}
