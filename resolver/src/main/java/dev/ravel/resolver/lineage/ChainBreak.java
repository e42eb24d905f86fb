package dev.ravel.resolver.lineage;

import dev.ravel.model.lineage.LineageEvent;

/**
 * A place where a chain of events does not hold.
 *
 * @param event the event that does not fit
 * @param reason what is wrong with it, for people
 */
public record ChainBreak(LineageEvent event, String reason) {}
