/** What people judged by eye against what the product does. */
@NullMarked
package dev.ravel.launcher.accuracy;

import org.jspecify.annotations.NullMarked;
