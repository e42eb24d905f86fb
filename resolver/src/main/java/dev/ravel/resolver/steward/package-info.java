/**
 * What people do to entities: splits, merges, answers to questions and taking any of it back, each with
 * a reason, on what they saw, and with a preview that takes the same way.
 */
@NullMarked
package dev.ravel.resolver.steward;

import org.jspecify.annotations.NullMarked;
