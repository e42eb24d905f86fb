/** {@code ravel bench reads}: entities read by id through GraphQL, beside the bare driver. */
@NullMarked
package dev.ravel.bench.reads;

import org.jspecify.annotations.NullMarked;
