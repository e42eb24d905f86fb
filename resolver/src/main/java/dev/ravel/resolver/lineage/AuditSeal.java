package dev.ravel.resolver.lineage;

/**
 * What an audit file ends with.
 *
 * @param entities how many entities it has, active and retired
 * @param events how many events
 * @param head the last block of the graph's seal in it
 * @param sha256 the hash over the heads of all chains, 64 lower-case hexadecimal digits
 */
public record AuditSeal(long entities, long events, SealHead head, String sha256) {}
