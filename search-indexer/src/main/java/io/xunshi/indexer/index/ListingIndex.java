package io.xunshi.indexer.index;

import io.xunshi.contracts.search.IndexNames;
import io.xunshi.indexer.IndexerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The index behind its aliases: made at the first start, found again at every write. */
@Component
public class ListingIndex {
    private static final Logger log = LoggerFactory.getLogger(ListingIndex.class);
    private static final String TEMPLATE = "listings.json";

    private final SearchEngine engine;
    private final IndexNames names;
    private final JsonMapper json = JsonMapper.shared();

    ListingIndex(SearchEngine engine, IndexerSettings settings) {
        this.engine = engine;
        names = new IndexNames(settings.indexPrefix());
    }

    /** Puts the template and, in a new installation, the first index. Replicas may do it at the same time. */
    public void prepare() {
        engine.send("PUT", "/_index_template/" + names.template(), template(), SearchEngine.JSON);
        if (writeTargets().isEmpty()) {
            createFirst();
        }
    }

    /**
     * The indices that must get every write. Asked anew for each batch, because a rebuild adds one at any time and
     * relies on its being noticed within the length of one request.
     */
    public List<String> writeTargets() {
        return List.copyOf(engine.get("/_alias/" + names.writeAlias()).propertyNames());
    }

    private void createFirst() {
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

    private byte[] template() {
        try (var stream = Objects.requireNonNull(ListingIndex.class.getResourceAsStream(TEMPLATE))) {
            var template = (ObjectNode) json.readTree(stream);
            template.putArray("index_patterns").add(names.pattern());
            return template.toString().getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + TEMPLATE, e);
        }
    }
}
