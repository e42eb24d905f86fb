/**
 * What an installation decides about resolution: thresholds, caps, guards, trust. Reading files is not done here.
 */
@NullMarked
package dev.ravel.resolver.settings;

import org.jspecify.annotations.NullMarked;
