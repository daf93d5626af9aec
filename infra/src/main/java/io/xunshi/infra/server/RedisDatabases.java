package io.xunshi.infra.server;

import java.net.URI;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/** Hands out the numbered databases of a Redis server, so that tests on one server do not meet. */
public final class RedisDatabases {

    /** Counts the databases handed out; in database 0, which is never handed out. */
    private static final String COUNTER = "xunshi:databases-taken";

    private final URI server;

    private RedisDatabases(URI server) {
        this.server = server;
    }

    /** The databases of the server at an address such as {@code redis://127.0.0.1:6379}. */
    public static RedisDatabases at(String address) {
        return new RedisDatabases(URI.create(address));
    }

    static boolean answers(String address) {
        try (var redis = new Jedis(URI.create(address))) {
            return "PONG".equals(redis.ping());
        } catch (JedisException _) {
            return false;
        }
    }

    /** Empties the database that was taken longest ago and returns its address. */
    public String take() {
        try (var redis = new Jedis(server)) {
            redis.select(0);
            int databases = Integer.parseInt(redis.configGet("databases").get("databases"));
            int number = 1 + Math.toIntExact((redis.incr(COUNTER) - 1) % (databases - 1));
            redis.select(number);
            redis.flushDB();
            return server.resolve("/" + number).toString();
        } catch (JedisException e) {
            throw new ServerFailure("Redis gave no database", e);
        }
    }
}
