/**
 * How right the graph is, measured on it: pairs are drawn at random, people answer, and precision and recall are estimated
 * from the answers with confidence intervals. The questions are the review queue's, the answers are judgements.
 */
@NullMarked
package dev.ravel.resolver.audit;

import org.jspecify.annotations.NullMarked;
