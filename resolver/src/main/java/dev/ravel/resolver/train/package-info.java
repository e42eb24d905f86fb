/**
 * Training a model without labels: how often each level of agreement is seen among records of one customer (m, by
 * expectation maximisation over counts of agreement patterns) and among records of different ones (u, from random pairs),
 * and how likely two random records are to be one customer. Pure functions of counts; which pairs are counted is decided
 * by {@code resolver.bulk}.
 */
@NullMarked
package dev.ravel.resolver.train;

import org.jspecify.annotations.NullMarked;
