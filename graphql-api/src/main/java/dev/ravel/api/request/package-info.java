/**
 * One request: what the edge knows of it beside its document, and how much it may ask for.
 */
@NullMarked
package dev.ravel.api.request;

import org.jspecify.annotations.NullMarked;
