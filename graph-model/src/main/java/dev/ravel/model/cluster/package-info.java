/**
 * How one component was divided into entities, and which links were held back by a guard or a judgement.
 */
@NullMarked
package dev.ravel.model.cluster;

import org.jspecify.annotations.NullMarked;
