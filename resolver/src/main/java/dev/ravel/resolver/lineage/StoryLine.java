package dev.ravel.resolver.lineage;

import dev.ravel.model.lineage.LineageEvent;

/**
 * One event of an entity's story.
 *
 * @param event the event
 * @param text one sentence for people, which names records and never their values
 */
public record StoryLine(LineageEvent event, String text) {}
