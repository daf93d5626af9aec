package io.xunshi.infra.server;

import java.util.List;
import java.util.Locale;

/** What the platform needs beside itself; each is found through environment variables, the first being its address. */
public enum ServerKind {
    POSTGRES(Variables.POSTGRES_URL),
    REDIS(Variables.REDIS_URL),
    ELASTICSEARCH(Variables.ELASTICSEARCH_URL, Variables.SEARCH_INDEX_PREFIX),
    OBJECT_STORE(Variables.S3_ENDPOINT, Variables.S3_ACCESS_KEY, Variables.S3_SECRET_KEY, Variables.S3_BUCKET);

    private final List<String> variables;

    ServerKind(String... variables) {
        this.variables = List.of(variables);
    }

    /** The variable that, when set, names a server to use instead of starting one. */
    public String addressVariable() {
        return variables.getFirst();
    }

    /** Every variable by which a client finds and enters this server. */
    public List<String> variables() {
        return variables;
    }

    /** The name that people see and that folders and log files carry, such as {@code object-store}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
