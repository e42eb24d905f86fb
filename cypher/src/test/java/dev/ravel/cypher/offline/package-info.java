@NullMarked
package dev.ravel.cypher.offline;

import org.jspecify.annotations.NullMarked;
