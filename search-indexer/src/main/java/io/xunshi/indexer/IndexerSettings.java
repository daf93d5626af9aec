package io.xunshi.indexer;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the indexer reads, and how eagerly.
 *
 * @param redisUrl the Redis that holds the stream
 * @param indexPrefix begins the name of every index
 * @param batch messages written in one request at most
 * @param gather how long more messages are waited for after the first: each request to Elasticsearch has its price, and
 *     searchers notice no tenth of a second
 * @param claimAfter how long another replica may stay silent over a message before this one takes it
 * @param longestPause between tries while Redis or Elasticsearch is down
 */
@ConfigurationProperties("xunshi.indexer")
public record IndexerSettings(
        URI redisUrl,
        String indexPrefix,
        @DefaultValue("256") int batch,
        @DefaultValue("80ms") Duration gather,
        @DefaultValue("30s") Duration claimAfter,
        @DefaultValue("5s") Duration longestPause) {}
