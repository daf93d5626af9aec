package io.xunshi.platform.search.storage;

import io.xunshi.contracts.search.IndexNames;
import io.xunshi.contracts.search.SearchIndex;
import io.xunshi.platform.search.domain.MaterialWords.Understood;
import io.xunshi.platform.search.domain.OfferCriteria;
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
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks of given things which searches find them: the very questions that the search asks, kept to those things. All
 * signal {@link EngineFailure} while the engine does not serve.
 */
@Repository
public class MatchingIndex {
    private static final Logger log = LoggerFactory.getLogger(MatchingIndex.class);
    private static final int REFUSED = 400;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FAILED = 500;

    private final SearchEngine engine;
    private final SearchSettings settings;
    private final JsonMapper json = JsonMapper.shared();

    MatchingIndex(SearchEngine engine, SearchSettings settings) {
        this.engine = engine;
        this.settings = settings;
    }

    /** The version of each thing that can be found; the others are left out. */
    public Mono<Map<UUID, Long>> versions(SearchIndex index, Collection<UUID> things) {
        var body = Map.of("size", things.size(), "_source", false, "version", true, "query", QueryParts.oneOf(things));
        return engine.post(path(index) + "/_search", json.writeValueAsBytes(body))
                .map(this::versions);
    }

    /** By the names of the searches, what each finds; searches that find nothing are left out. */
    public Mono<Map<UUID, Set<UUID>>> match(Map<UUID, SearchCriteria> searches, Collection<UUID> listings) {
        return match(SearchIndex.LISTINGS, searches, criteria -> QueryBody.matching(criteria, listings));
    }

    /** The same of lots or demands. */
    public Mono<Map<UUID, Set<UUID>>> matchOffers(
            SearchIndex index, Map<UUID, OfferQuestion> searches, Collection<UUID> offers) {
        return match(
                index,
                searches,
                question -> OfferQueryBody.matching(question.criteria(), question.understood(), offers));
    }

    private <Q> Mono<Map<UUID, Set<UUID>>> match(
            SearchIndex index, Map<UUID, Q> searches, Function<Q, Map<String, Object>> body) {
        var names = new ArrayList<UUID>();
        var lines = new ByteArrayOutputStream();
        searches.forEach((name, search) -> {
            names.add(name);
            lines.writeBytes("{}\n".getBytes(StandardCharsets.US_ASCII));
            lines.writeBytes(json.writeValueAsBytes(body.apply(search)));
            lines.write('\n');
        });
        return engine.post(path(index) + "/_msearch", lines.toByteArray()).map(answer -> found(names, answer));
    }

    private String path(SearchIndex index) {
        return "/" + new IndexNames(settings.indexPrefix(), index).readAlias();
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

    /** A search for lots or demands with what its words mean. */
    public record OfferQuestion(OfferCriteria criteria, Understood understood) {}
}
