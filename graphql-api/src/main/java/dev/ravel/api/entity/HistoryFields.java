package dev.ravel.api.entity;

import dev.ravel.api.request.RequestLimits;
import dev.ravel.api.schema.Arguments;
import dev.ravel.api.schema.Wiring;
import dev.ravel.api.work.StoreWork;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.entity.EntityState;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.lineage.EntityAsOf;
import dev.ravel.resolver.lineage.EntityHistory;
import dev.ravel.resolver.lineage.EntityStory;
import dev.ravel.resolver.lineage.StoryLanguage;
import dev.ravel.resolver.lineage.StoryLine;
import dev.ravel.resolver.store.EntityReader;
import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Answers what entities were, what is different about them, and how they came about. */
public final class HistoryFields {
    private final EntityHistory history;
    private final EntityStory story;
    private final String tenant;
    private final IdentifierLookup identifiers;
    private final StoreWork work;
    private final RequestLimits limits;

    public HistoryFields(
            EntityReader reader,
            Resolver resolver,
            IdentifierLookup identifiers,
            StoreWork work,
            RequestLimits limits) {
        this.history = new EntityHistory(resolver, reader);
        this.story = new EntityStory(reader);
        this.tenant = resolver.settings().tenant();
        this.identifiers = identifiers;
        this.work = work;
        this.limits = limits;
    }

    /** Wires the past of entities and their stories. */
    public void wire(Wiring wiring) {
        wiring.root("Query", "entityAsOf", this::entityAsOf);
        wiring.root("Query", "entitiesAsOf", this::entitiesAsOf);
        wiring.enumeration(StoryLanguage.class);
        wiring.type("Entity", Entity.class)
                .fetched("asOf", this::asOf)
                .fetched("diff", this::diff)
                .fetched("story", this::story);
        wiring.type("EntityAsOf", EntityAsOf.class)
                .plain("entity", then -> then.last().entity().value())
                .plain("at", EntityAsOf::at)
                .plain("state", then -> then.records().isEmpty() ? EntityState.RETIRED : EntityState.ACTIVE)
                .plain("version", then -> then.last().version())
                .plain("membershipVersion", then -> then.last().membershipVersion())
                .plain("records", then -> List.copyOf(then.records()))
                .plain("goldenRecord", then -> then.golden().values())
                .plain("last", EntityAsOf::last);
        wiring.type("StoryLine", StoryLine.class)
                .plain("at", line -> line.event().at())
                .plain("text", StoryLine::text)
                .plain("event", StoryLine::event);
    }

    private CompletionStage<?> entityAsOf(DataFetchingEnvironment environment) {
        Arguments arguments = Arguments.of(environment);
        RecordKey record = arguments.recordKey("record", tenant);
        Instant at = arguments.value("at", Instant.class);
        return work.read(() -> history.asOf(record, at).orElse(null));
    }

    private CompletionStage<?> entitiesAsOf(DataFetchingEnvironment environment) {
        Arguments arguments = Arguments.of(environment);
        List<SharedKey> keys = identifiers.keys(arguments.object("identifier"));
        Instant at = arguments.value("at", Instant.class);
        int first = arguments.first(limits.maxPageSize());
        return work.read(() -> keys.stream()
                .flatMap(key -> history.asOf(key, at, first).stream())
                .collect(Collectors.toMap(then -> then.last().entity(), then -> then, (a, b) -> a, TreeMap::new))
                .values()
                .stream()
                .limit(first)
                .toList());
    }

    private CompletionStage<?> asOf(Entity entity, DataFetchingEnvironment environment) {
        Instant at = Arguments.of(environment).value("at", Instant.class);
        return work.read(() -> history.asOf(entity.id(), at).orElse(null));
    }

    private CompletionStage<?> diff(Entity entity, DataFetchingEnvironment environment) {
        Arguments arguments = Arguments.of(environment);
        Instant from = arguments.value("from", Instant.class);
        Instant to = arguments.value("to", Instant.class);
        return work.read(() -> history.diff(entity.id(), from, to));
    }

    private CompletionStage<?> story(Entity entity, DataFetchingEnvironment environment) {
        Arguments arguments = Arguments.of(environment);
        StoryLanguage language = arguments.value("language", StoryLanguage.class);
        int first = arguments.first(limits.maxPageSize());
        int afterVersion = arguments.number("afterVersion");
        return work.read(() -> story.tell(entity.id(), afterVersion, first, language));
    }
}
