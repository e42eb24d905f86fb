package dev.ravel.api.http;

import dev.ravel.api.work.StoreWork;
import dev.ravel.model.identity.EntityId;
import dev.ravel.resolver.store.EntityReader;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Whether the store answers: a look-up of an entity that cannot exist, on the threads that requests use. */
public final class Readiness {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final EntityReader reader;
    private final EntityId nobody;
    private final StoreWork work;

    public Readiness(EntityReader reader, String tenant, StoreWork work) {
        this.reader = reader;
        this.nobody = new EntityId(tenant + ":readiness");
        this.work = work;
    }

    /** Completes if the store answers in time, else fails. */
    CompletableFuture<Boolean> check() {
        return work.read(() -> reader.entity(nobody).isEmpty()).orTimeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    }
}
