package io.xunshi.platform.search.storage;

import io.xunshi.contracts.search.IndexNames;
import io.xunshi.contracts.search.SearchIndex;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The indices behind the aliases of each kind: one, and two while the next generation is filled. */
@Repository
public class IndexGenerations {
    private final SearchEngine engine;
    private final SearchSettings settings;
    private final JsonMapper json = JsonMapper.shared();

    IndexGenerations(SearchEngine engine, SearchSettings settings) {
        this.engine = engine;
        this.settings = settings;
    }

    /**
     * Makes an empty index that gets every write from now on and answers no query.
     *
     * @return its name; an {@link EngineFailure} signal where the indexer has never brought its template
     */
    public Mono<String> begin(SearchIndex kind, Instant now) {
        var names = names(kind);
        var index = names.indexBuiltAt(now);
        return engine.get("/_index_template/" + names.template())
                .then(engine.put("/" + index, body(Map.of("aliases", Map.of(names.writeAlias(), Map.of())))))
                .thenReturn(index);
    }

    /** Lets the index answer every query and take every write alone, in one step, and drops the others. */
    public Mono<Void> switchTo(SearchIndex kind, String index) {
        var names = names(kind);
        return engine.command("/" + index + "/_refresh", new byte[0])
                .then(engine.get("/_alias/" + names.readAlias() + "," + names.writeAlias()))
                .map(answer -> List.copyOf(json.readTree(answer).propertyNames()))
                .map(existing -> Map.of("actions", actions(names.readAlias(), index, existing)))
                .flatMap(switching -> engine.command("/_aliases", body(switching)))
                .then();
    }

    public Mono<Void> drop(String index) {
        return engine.delete("/" + index).then();
    }

    private IndexNames names(SearchIndex kind) {
        return new IndexNames(settings.indexPrefix(), kind);
    }

    private static List<Map<String, Object>> actions(String readAlias, String index, List<String> existing) {
        var read = Map.<String, Object>of("add", Map.of("index", index, "alias", readAlias));
        var removals = existing.stream()
                .filter(other -> !other.equals(index))
                .map(other -> Map.<String, Object>of("remove_index", Map.of("index", other)));
        return Stream.concat(Stream.of(read), removals).toList();
    }

    private byte[] body(Map<String, ?> value) {
        return json.writeValueAsBytes(value);
    }
}
