package dev.ravel.resolver.steward;

import dev.ravel.resolver.error.ResolutionException;
import java.util.Optional;

/**
 * What became, or would become, of one of many tasks.
 *
 * @param target the task's
 * @param result what it did; empty if it was refused
 * @param refusal why it was refused; empty if it was done
 */
public record BulkOutcome(String target, Optional<OperationResult> result, Optional<ResolutionException> refusal) {}
