/**
 * The edge: routes, authentication, the checks that keep strange web pages out, health, metrics and the pages for people.
 * Nothing here knows of entities.
 */
@NullMarked
package dev.ravel.api.http;

import org.jspecify.annotations.NullMarked;
