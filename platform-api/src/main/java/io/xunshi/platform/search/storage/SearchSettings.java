package io.xunshi.platform.search.storage;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the search engine is and how long it may take.
 *
 * @param url of Elasticsearch, with user and password if it asks for them
 * @param indexPrefix begins the name of every index; the same as the indexer's
 * @param connections to the engine at most; further requests wait for a free one
 * @param connectTimeout for a new connection, and for a free one
 * @param answerTimeout for one answer; then the newest listings are shown instead
 */
@ConfigurationProperties("xunshi.search")
public record SearchSettings(
        URI url,
        @DefaultValue("xunshi") String indexPrefix,
        @DefaultValue("64") int connections,
        @DefaultValue("500ms") Duration connectTimeout,
        @DefaultValue("2s") Duration answerTimeout) {

    /** Without the password: settings are printed when something is misconfigured. */
    @Override
    public String toString() {
        return "SearchSettings[host=%s, indexPrefix=%s]".formatted(url.getHost(), indexPrefix);
    }
}
