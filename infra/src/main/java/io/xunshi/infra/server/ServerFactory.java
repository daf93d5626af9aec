package io.xunshi.infra.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Makes the servers of one stack.
 *
 * @param variables environment variables; a server whose address they hold is used as it is
 * @param state the folder for the data, logs and process ids of the servers that are started
 * @param credentials how clients enter the started servers
 * @param durability what must survive a crash
 * @param ports the port of each started server
 */
public record ServerFactory(
        Map<String, String> variables,
        Path state,
        Credentials credentials,
        Durability durability,
        ToIntFunction<ServerKind> ports) {

    /** The database, the bucket and the prefix of index names carry the product's name. */
    private static final String NAME = "xunshi";

    /** The server of this kind, not yet started. */
    public Server create(ServerKind kind) {
        return ConfiguredServer.in(variables, kind).orElseGet(() -> createOwn(kind));
    }

    private Server createOwn(ServerKind kind) {
        ServerPlace place = ServerPlace.in(state, kind.label(), ports.applyAsInt(kind));
        return switch (kind) {
            case POSTGRES -> new PostgresServer(place, credentials, NAME, durability);
            case REDIS -> new RedisServer(place, durability);
            case ELASTICSEARCH -> new ElasticsearchServer(place, NAME, durability);
            case OBJECT_STORE -> new ObjectStoreServer(place, credentials, NAME);
        };
    }
}
