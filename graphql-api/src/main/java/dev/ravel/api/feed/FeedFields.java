package dev.ravel.api.feed;

import dev.ravel.api.error.ApiErrorCode;
import dev.ravel.api.error.ApiException;
import dev.ravel.api.schema.Arguments;
import dev.ravel.api.schema.Wiring;
import dev.ravel.api.work.StoreWork;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.lineage.LineageEvent;
import dev.ravel.resolver.store.EntityReader;
import graphql.schema.DataFetchingEnvironment;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Answers the subscription. */
public final class FeedFields {
    private final EntityReader reader;
    private final StoreWork work;
    private final ChangeFeed feed;

    public FeedFields(EntityReader reader, StoreWork work, ChangeFeed feed) {
        this.reader = reader;
        this.work = work;
        this.feed = feed;
    }

    /** Wires the subscription and what it sends. */
    public void wire(Wiring wiring) {
        wiring.root("Subscription", "entityChanged", this::entityChanged);
        wiring.type("EntityChange", LineageEvent.class)
                .plain("event", event -> event)
                .fetched("entity", (event, env) -> work.read(() -> existing(event.entity())));
    }

    private CompletionStage<?> entityChanged(DataFetchingEnvironment environment) {
        Arguments arguments = Arguments.of(environment);
        EntityId id = arguments.entityId("id");
        Optional<Integer> afterVersion = arguments.optionalNumber("afterVersion");
        return work.read(() -> existing(id))
                .thenApply(entity ->
                        feed.follow(id, afterVersion.map(Integer::longValue).orElse(entity.version())));
    }

    private Entity existing(EntityId id) {
        return reader.entity(id)
                .orElseThrow(() -> new ApiException(ApiErrorCode.NOT_FOUND, "there is no entity " + id));
    }
}
