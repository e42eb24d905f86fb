package dev.ravel.resolver.reresolve;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.identity.IdAssignment;
import dev.ravel.resolver.identity.IdOrigin;
import dev.ravel.resolver.identity.IdentifiedPart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What another resolution would make of a graph.
 *
 * @param records live records
 * @param entitiesBefore active entities now
 * @param entitiesAfter active entities then
 * @param unchanged entities that keep exactly their records
 * @param merged entities then that hold records of several now
 * @param split entities now whose records would be in several
 * @param recordsMoved records that would be in an entity of another id
 * @param idsRetired ids that would stand no more
 * @param idsRevived retired ids that would stand again
 * @param idsMinted new ids
 * @param questions pairs that would be put to people
 * @param largestMerges the merges of most records, largest first
 * @param largestSplits the splits of most records, largest first
 */
public record ReresolutionPreview(
        int records,
        int entitiesBefore,
        int entitiesAfter,
        int unchanged,
        int merged,
        int split,
        int recordsMoved,
        int idsRetired,
        int idsRevived,
        int idsMinted,
        int questions,
        List<Example> largestMerges,
        List<Example> largestSplits) {
    public ReresolutionPreview {
        largestMerges = List.copyOf(largestMerges);
        largestSplits = List.copyOf(largestSplits);
    }

    /**
     * A merge or a split.
     *
     * @param entity the entity that others merge into, or that is split
     * @param others the entities now that it takes records from, or then that take its records; itself among them if it
     *     keeps some
     * @param records the records concerned
     */
    public record Example(EntityId entity, SortedSet<EntityId> others, SortedSet<RecordKey> records) {
        private static final Comparator<Example> LARGEST_FIRST = Comparator.<Example>comparingInt(
                        example -> -example.records().size())
                .thenComparing(Example::entity);

        public Example {
            others = new TreeSet<>(others);
            records = new TreeSet<>(records);
        }
    }

    /**
     * The difference between the entities of now and the parts of then.
     *
     * @param examples the most merges and splits to list
     */
    static ReresolutionPreview of(Collection<Entity> standing, IdAssignment assignment, int questions, int examples) {
        Map<RecordKey, EntityId> before = new HashMap<>();
        Set<SortedSet<RecordKey>> wholes = new HashSet<>();
        standing.forEach(entity -> {
            entity.records().forEach(record -> before.put(record, entity.id()));
            wholes.add(entity.records());
        });
        Map<RecordKey, EntityId> after = new HashMap<>();
        List<Example> merges = new ArrayList<>();
        int unchanged = 0;
        int revived = 0;
        int minted = 0;
        for (IdentifiedPart part : assignment.parts()) {
            part.records().forEach(record -> after.put(record, part.id()));
            unchanged += wholes.contains(part.records()) ? 1 : 0;
            revived += part.origin() == IdOrigin.REVIVED ? 1 : 0;
            minted += part.origin() == IdOrigin.MINTED ? 1 : 0;
            SortedSet<EntityId> from = entities(part.records(), before);
            if (from.size() > 1) {
                merges.add(new Example(part.id(), from, part.records()));
            }
        }
        List<Example> splits = new ArrayList<>();
        for (Entity entity : standing) {
            SortedSet<EntityId> into = entities(entity.records(), after);
            if (into.size() > 1) {
                splits.add(new Example(entity.id(), into, entity.records()));
            }
        }
        int moved = 0;
        for (Map.Entry<RecordKey, EntityId> record : after.entrySet()) {
            moved += record.getValue().equals(before.get(record.getKey())) ? 0 : 1;
        }
        merges.sort(Example.LARGEST_FIRST);
        splits.sort(Example.LARGEST_FIRST);
        return new ReresolutionPreview(
                after.size(),
                standing.size(),
                assignment.parts().size(),
                unchanged,
                merges.size(),
                splits.size(),
                moved,
                assignment.retired().size(),
                revived,
                minted,
                questions,
                merges.subList(0, Math.min(examples, merges.size())),
                splits.subList(0, Math.min(examples, splits.size())));
    }

    private static SortedSet<EntityId> entities(SortedSet<RecordKey> records, Map<RecordKey, EntityId> of) {
        SortedSet<EntityId> entities = new TreeSet<>();
        for (RecordKey record : records) {
            EntityId entity = of.get(record);
            if (entity != null) {
                entities.add(entity);
            }
        }
        return entities;
    }
}
