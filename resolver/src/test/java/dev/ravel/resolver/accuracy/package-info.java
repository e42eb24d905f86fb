/**
 * Accuracy on data with known answers, where the folder {@code shared/data} stands beside the checkout or the system
 * property {@code ravel.data} names it; skipped elsewhere. Mappings only name columns: one model and one pair of
 * thresholds serve all sets.
 */
@NullMarked
package dev.ravel.resolver.accuracy;

import org.jspecify.annotations.NullMarked;
