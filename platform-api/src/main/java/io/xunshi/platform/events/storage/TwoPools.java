package io.xunshi.platform.events.storage;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Wrapped;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Connections to PostgreSQL from two pools: one for what people ask for, one for what follows from it. Where more is
 * asked than the machine can do, requests queue for their connections; a delivery takes several connections one after
 * the other, and in that queue it would wait once for each.
 */
final class TwoPools implements ConnectionFactory, Wrapped<ConnectionFactory>, AutoCloseable {
    private final ConnectionPool forRequests;
    private final ConnectionPool forDeliveries;

    TwoPools(ConnectionPool forRequests, ConnectionPool forDeliveries) {
        this.forRequests = forRequests;
        this.forDeliveries = forDeliveries;
    }

    /** With this in their context, subscribers get connections of the deliveries' pool. */
    static Context delivering(Context context) {
        return context.put(TwoPools.class, Boolean.TRUE);
    }

    @Override
    public Publisher<? extends Connection> create() {
        return Mono.deferContextual(context -> poolFor(context).create());
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return forRequests.getMetadata();
    }

    /** The pool that is measured. */
    @Override
    public ConnectionFactory unwrap() {
        return forRequests;
    }

    @Override
    public void close() {
        forRequests.dispose();
        forDeliveries.dispose();
    }

    private ConnectionPool poolFor(ContextView context) {
        return context.hasKey(TwoPools.class) ? forDeliveries : forRequests;
    }
}
