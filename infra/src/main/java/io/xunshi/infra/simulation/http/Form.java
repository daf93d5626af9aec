package io.xunshi.infra.simulation.http;

import com.github.tomakehurst.wiremock.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The fields of a form-encoded body, by name.
 *
 * @param fields sorted; of a repeated field, the last value
 */
public record Form(Map<String, String> fields) {

    public Form {
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    public static Form of(Request request) {
        var fields = new TreeMap<String, String>();
        for (String pair : request.getBodyAsString().split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return new Form(fields);
    }

    /** The value of the field, or empty if it is absent or blank. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isBlank());
    }

    /** The entries of a map field: those of {@code metadata} are sent as {@code metadata[key]}. */
    public Map<String, String> map(String name) {
        var entries = new TreeMap<String, String>();
        fields.forEach((field, value) -> {
            if (field.startsWith(name + "[") && field.endsWith("]")) {
                entries.put(field.substring(name.length() + 1, field.length() - 1), value);
            }
        });
        return entries;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
