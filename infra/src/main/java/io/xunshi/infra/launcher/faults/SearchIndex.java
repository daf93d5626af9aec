package io.xunshi.infra.launcher.faults;

import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What searches find, asked of Elasticsearch itself. */
public final class SearchIndex {

    /** As many as one answer can hold. */
    private static final int FOUND_MAX = 10_000;

    private final URI server;
    private final String prefix;

    /** @param prefix what names of indices begin with */
    public SearchIndex(String server, String prefix) {
        this.server = URI.create(server);
        this.prefix = prefix;
    }

    /**
     * What can be found, each as its id and version; empty if the index does not answer.
     *
     * @param what <code>listings</code>, <code>lots</code> or <code>demands</code>
     */
    public Set<String> found(String what) {
        String path = "/" + prefix + "-" + what + "/_search?version=true&_source=false&size=" + FOUND_MAX;
        return Web.send(Web.request(server.resolve(path)))
                .map(response -> JsonMapper.shared().readTree(response.body()))
                .map(answer -> answer.at("/hits/hits").valueStream().map(SearchIndex::idAndVersion))
                .map(hits -> hits.collect(Collectors.toSet()))
                .orElseGet(Set::of);
    }

    private static String idAndVersion(JsonNode hit) {
        return hit.at("/_id").asString() + " " + hit.at("/_version").asLong();
    }
}
