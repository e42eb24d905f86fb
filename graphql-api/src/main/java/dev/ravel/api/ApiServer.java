package dev.ravel.api;

import dev.ravel.api.entity.EntityFields;
import dev.ravel.api.entity.EntityQueries;
import dev.ravel.api.entity.GraphFields;
import dev.ravel.api.entity.HistoryFields;
import dev.ravel.api.entity.IdentifierLookup;
import dev.ravel.api.entity.LineageFields;
import dev.ravel.api.entity.Loaders;
import dev.ravel.api.entity.RecordFields;
import dev.ravel.api.entity.RelatedFields;
import dev.ravel.api.explain.ExplainFields;
import dev.ravel.api.feed.ChangeFeed;
import dev.ravel.api.feed.FeedFields;
import dev.ravel.api.http.HttpEdge;
import dev.ravel.api.http.Readiness;
import dev.ravel.api.metrics.ApiMeters;
import dev.ravel.api.metrics.RequestMeters;
import dev.ravel.api.review.AuditFields;
import dev.ravel.api.review.ReviewFields;
import dev.ravel.api.schema.RavelSchema;
import dev.ravel.api.steward.BulkFields;
import dev.ravel.api.steward.StewardFields;
import dev.ravel.api.work.StoreWork;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.audit.AuditReports;
import dev.ravel.resolver.explain.Explainer;
import dev.ravel.resolver.review.ReviewQueue;
import dev.ravel.resolver.steward.BulkSelection;
import dev.ravel.resolver.steward.BulkSteward;
import dev.ravel.resolver.steward.Steward;
import dev.ravel.resolver.store.ResolutionStore;
import graphql.GraphQL;
import graphql.schema.GraphQLSchema;
import java.time.Clock;
import java.util.List;

/**
 * A running API. It serves {@code /graphql} over HTTP and WebSocket, {@code /graphiql}, {@code /health/live}, {@code
 * /health/ready}, {@code /metrics} and a page for people at {@code /}. It does not close the store.
 */
public final class ApiServer implements AutoCloseable {
    private final HttpEdge edge;
    private final ChangeFeed feed;
    private final StoreWork work;
    private final ApiMeters meters;

    private ApiServer(HttpEdge edge, ChangeFeed feed, StoreWork work, ApiMeters meters) {
        this.edge = edge;
        this.feed = feed;
        this.work = work;
        this.meters = meters;
    }

    /**
     * Starts to serve.
     *
     * @param store an open store
     * @throws dev.ravel.resolver.error.ResolutionException with {@code INVALID_INPUT} if the address cannot be bound,
     *     with a message of one line that says what to do
     */
    public static ApiServer start(ApiOptions options, ResolutionStore store, Resolver resolver, Clock clock) {
        ApiMeters meters = new ApiMeters();
        StoreWork work = new StoreWork(options.work(), meters.registry());
        ChangeFeed feed = new ChangeFeed(
                store, work, options.feedTick(), options.requests().maxSubscriptions());
        meters.gauge("ravel.api.subscriptions", "Subscriptions that are followed now", feed::followerCount);
        try {
            GraphQL engine = RavelSchema.engine(
                    schema(options, store, resolver, clock, work, feed),
                    options.requests(),
                    new RequestMeters(meters.registry()));
            HttpEdge edge = HttpEdge.start(
                    options,
                    engine,
                    new Loaders(store, resolver.standardiser(), work),
                    new Readiness(store, resolver.settings().tenant(), work),
                    meters);
            return new ApiServer(edge, feed, work, meters);
        } catch (RuntimeException e) {
            feed.close();
            work.close();
            meters.close();
            throw e;
        }
    }

    /** The port that it is bound to. */
    public int port() {
        return edge.port();
    }

    /** The address of the page for people, {@code http://127.0.0.1:8080/}. */
    public String url() {
        return edge.url();
    }

    /** Stops to serve: no new requests, then the running ones end, within seconds. Closing again does nothing. */
    @Override
    public void close() {
        feed.close();
        edge.close();
        work.close();
        meters.close();
    }

    private static GraphQLSchema schema(
            ApiOptions options,
            ResolutionStore store,
            Resolver resolver,
            Clock clock,
            StoreWork work,
            ChangeFeed feed) {
        String tenant = resolver.settings().tenant();
        IdentifierLookup identifiers = new IdentifierLookup(resolver.standardiser(), tenant);
        ReviewQueue queue = new ReviewQueue(store, clock);
        Steward steward = new Steward(resolver, store, clock, options.secondSteward());
        return RavelSchema.executable(List.of(
                new EntityQueries(store, resolver, identifiers, work, options.requests())::wire,
                new EntityFields(store, tenant, work, options.requests())::wire,
                new RelatedFields(store, work, options.requests())::wire,
                new HistoryFields(store, resolver, identifiers, work, options.requests())::wire,
                new RecordFields(store, work)::wire,
                LineageFields::wire,
                GraphFields::wire,
                new ExplainFields(new Explainer(resolver, store), tenant, work)::wire,
                new ReviewFields(store, queue, work, options.requests())::wire,
                new AuditFields(new AuditReports(store), queue, work, options.requests())::wire,
                new StewardFields(steward, store, resolver, identifiers, work, feed)::wire,
                new BulkFields(
                        new BulkSteward(steward),
                        new BulkSelection(store, resolver.standardiser(), tenant),
                        store,
                        queue,
                        tenant,
                        identifiers,
                        work,
                        feed,
                        options.requests())::wire,
                new FeedFields(store, work, feed)::wire));
    }
}
