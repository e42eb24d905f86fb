/**
 * Decisions about records by people: facts with an actor, a reason and a time. They are superseded, never edited.
 */
@NullMarked
package dev.ravel.model.judgement;

import org.jspecify.annotations.NullMarked;
