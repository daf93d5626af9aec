package io.xunshi.platform.search.storage;

import io.xunshi.contracts.search.IndexNames;
import io.xunshi.platform.search.domain.SearchCriteria;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks of given listings which searches find them: the very questions that the search asks, kept to those listings. All
 * signal {@link EngineFailure} while the engine does not serve.
 */
@Repository
public class MatchingIndex {
    private static final Logger log = LoggerFactory.getLogger(MatchingIndex.class);
    private static final int REFUSED = 400;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FAILED = 500;

    private final SearchEngine engine;
    private final String index;
    private final JsonMapper json = JsonMapper.shared();

    MatchingIndex(SearchEngine engine, SearchSettings settings) {
        this.engine = engine;
        index = "/" + new IndexNames(settings.indexPrefix()).readAlias();
    }

    /** The version of each listing that can be found; the others are left out. */
    public Mono<Map<UUID, Long>> versions(Collection<UUID> listings) {
        var body =
                Map.of("size", listings.size(), "_source", false, "version", true, "query", QueryBody.oneOf(listings));
        return engine.post(index + "/_search", json.writeValueAsBytes(body)).map(this::versions);
    }

    /** By the names of the searches, what each finds; searches that find nothing are left out. */
    public Mono<Map<UUID, Set<UUID>>> match(Map<UUID, SearchCriteria> searches, Collection<UUID> listings) {
        var names = new ArrayList<UUID>();
        var lines = new ByteArrayOutputStream();
        searches.forEach((name, criteria) -> {
            names.add(name);
            lines.writeBytes("{}\n".getBytes(StandardCharsets.US_ASCII));
            lines.writeBytes(json.writeValueAsBytes(QueryBody.matching(criteria, listings)));
            lines.write('\n');
        });
        return engine.post(index + "/_msearch", lines.toByteArray()).map(answer -> found(names, answer));
    }

    private Map<UUID, Long> versions(byte[] answer) {
        var versions = new HashMap<UUID, Long>();
        json.readTree(answer)
                .at("/hits/hits")
                .forEach(hit -> versions.put(idOf(hit), hit.path("_version").longValue()));
        return versions;
    }

    private Map<UUID, Set<UUID>> found(List<UUID> names, byte[] answer) {
        var found = new HashMap<UUID, Set<UUID>>();
        var answers = json.readTree(answer).path("responses");
        for (int i = 0; i < names.size(); i++) {
            var ids = idsIn(answers.path(i));
            if (!ids.isEmpty()) {
                found.put(names.get(i), ids);
            }
        }
        return found;
    }

    /** A search that the engine will never take finds nothing, here as on its page; others must not wait for it. */
    private static Set<UUID> idsIn(JsonNode answer) {
        var status = answer.path("status").intValue();
        if (status == TOO_MANY_REQUESTS
                || status >= FAILED
                || answer.path("timed_out").booleanValue()) {
            throw new EngineFailure("A search was not answered: " + status);
        }
        if (status >= REFUSED) {
            log.error(
                    "The engine refuses a saved search: {}",
                    answer.path("error").path("reason"));
        }
        var ids = new HashSet<UUID>();
        answer.at("/hits/hits").forEach(hit -> ids.add(idOf(hit)));
        return ids;
    }

    private static UUID idOf(JsonNode hit) {
        return UUID.fromString(hit.path("_id").asString());
    }
}
