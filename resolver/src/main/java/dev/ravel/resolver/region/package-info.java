/**
 * The resolution of a region: records that no accepted link leaves. From its records and the standing judgements it
 * makes candidate pairs, scores, components, partitions, the matches worth keeping and the questions for people. Stream,
 * stewards and bulk all come through here, which is why they agree. Nothing here knows of history, ids or stores.
 */
@NullMarked
package dev.ravel.resolver.region;

import org.jspecify.annotations.NullMarked;
