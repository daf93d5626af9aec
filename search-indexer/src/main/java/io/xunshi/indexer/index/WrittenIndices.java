package io.xunshi.indexer.index;

import io.xunshi.contracts.search.IndexNames;
import io.xunshi.contracts.search.SearchIndex;
import io.xunshi.indexer.IndexerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The indices behind their aliases: made at the first start, found again at every write. */
@Component
public class WrittenIndices {
    private static final Logger log = LoggerFactory.getLogger(WrittenIndices.class);

    private final SearchEngine engine;
    private final String prefix;
    private final List<IndexNames> all;
    private final JsonMapper json = JsonMapper.shared();

    WrittenIndices(SearchEngine engine, IndexerSettings settings) {
        this.engine = engine;
        prefix = settings.indexPrefix();
        all = Stream.of(SearchIndex.values())
                .map(index -> new IndexNames(settings.indexPrefix(), index))
                .toList();
    }

    /** Puts the templates and, in a new installation, the first indices. Replicas may do it at the same time. */
    public void prepare() {
        all.forEach(names ->
                engine.send("PUT", "/_index_template/" + names.template(), template(names), SearchEngine.JSON));
        var existing = writeTargets();
        all.stream().filter(names -> !existing.containsKey(names.index())).forEach(this::createFirst);
    }

    /**
     * The indices that must get every write, by what is searched in them; what has none is left out. Asked anew for
     * each batch, because a rebuild adds one at any time and relies on its being noticed within the length of one
     * request.
     */
    public Map<SearchIndex, List<String>> writeTargets() {
        var targets = new EnumMap<SearchIndex, List<String>>(SearchIndex.class);
        // Where one of several names is missing the engine answers 404; a pattern may also match those of others.
        engine.get("/_alias/" + prefix + "-*-write")
                .forEachEntry((name, index) -> all.stream()
                        .filter(names -> index.path("aliases").has(names.writeAlias()))
                        .forEach(names -> targets.computeIfAbsent(names.index(), _ -> new ArrayList<>())
                                .add(name)));
        return targets;
    }

    private void createFirst(IndexNames names) {
        var aliases = Map.of("aliases", Map.of(names.readAlias(), Map.of(), names.writeAlias(), Map.of()));
        try {
            engine.send("PUT", "/" + names.firstIndex(), json.writeValueAsBytes(aliases), SearchEngine.JSON);
            log.info("Created the index {}", names.firstIndex());
        } catch (EngineRefusal e) {
            if (!e.says("resource_already_exists_exception")) {
                throw e;
            }
            log.info("Another replica created the index {}", names.firstIndex());
        }
    }

    private byte[] template(IndexNames names) {
        var resource = switch (names.index()) {
            case LISTINGS -> "listings.json";
            case LOTS, DEMANDS -> "offers.json";
        };
        try (var stream = Objects.requireNonNull(WrittenIndices.class.getResourceAsStream(resource))) {
            var template = (ObjectNode) json.readTree(stream);
            template.putArray("index_patterns").add(names.pattern());
            return template.toString().getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }
}
