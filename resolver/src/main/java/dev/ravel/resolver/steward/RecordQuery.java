package dev.ravel.resolver.steward;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.EntityId;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import java.util.Optional;

/**
 * Which live records are meant: those that fit all that is given, of which an entity or an identifier has to be.
 *
 * @param entity of this entity
 * @param identifier that carry this identifier
 * @param source of this source
 */
public record RecordQuery(Optional<EntityId> entity, Optional<SharedKey> identifier, Optional<String> source) {
    public RecordQuery {
        if (entity.isEmpty() && identifier.isEmpty()) {
            throw new ResolutionException(
                    ErrorCode.INVALID_INPUT, "this would be all records: name an entity or an identifier");
        }
    }
}
