package dev.ravel.resolver.accuracy;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.SourceRecord;
import java.util.List;
import java.util.Map;

/**
 * Records whose entities are known.
 *
 * @param name the folder's name
 * @param region the region whose phone numbers and dates the set writes
 * @param records the records
 * @param truth the entity of each record; empty if it is not known
 */
record LabelledSet(String name, String region, List<SourceRecord> records, Map<RecordKey, String> truth) {}
