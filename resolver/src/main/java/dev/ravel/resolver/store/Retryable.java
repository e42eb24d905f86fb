package dev.ravel.resolver.store;

/** Marks an exception after which the same transaction may succeed if it is run again. */
public interface Retryable {}
