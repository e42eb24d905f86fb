/**
 * The changes of entities as they happen. Each follower reads the log of its entity from where it stands, so it misses
 * nothing and sees nothing twice, whoever made the change.
 */
@NullMarked
package dev.ravel.api.feed;

import org.jspecify.annotations.NullMarked;
