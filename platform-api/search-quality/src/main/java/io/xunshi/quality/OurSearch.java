package io.xunshi.quality;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import io.xunshi.contracts.search.ListingIndexed;
import io.xunshi.indexer.IndexerSettings;
import io.xunshi.indexer.document.IndexWrite;
import io.xunshi.indexer.index.BulkWriter;
import io.xunshi.indexer.index.WriteOutcome.Written;
import io.xunshi.indexer.index.WrittenIndices;
import io.xunshi.platform.search.domain.ResultJson;
import io.xunshi.platform.search.domain.SearchCriteria;
import io.xunshi.platform.search.domain.Sort;
import io.xunshi.platform.search.storage.IndexStream;
import io.xunshi.platform.search.storage.ListingIndex;
import io.xunshi.platform.search.storage.SearchSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AssignableTypeFilter;
import tools.jackson.databind.json.JsonMapper;

/** The platform's own search: the indexer's template and documents, the server's query, nothing of it written again. */
final class OurSearch implements Search, AutoCloseable {
    private static final String PREFIX = "quality";
    private static final int CONNECTIONS = 4;

    /** Longer than a server's: an answer that came too late would count as a bad one. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI url;
    private final AnnotationConfigApplicationContext server = new AnnotationConfigApplicationContext();
    private final ListingIndex index;

    OurSearch(URI url) {
        this.url = url;
        server.registerBean(
                SearchSettings.class, () -> new SearchSettings(url, PREFIX, CONNECTIONS, PATIENCE, PATIENCE));
        var scanner = new ClassPathBeanDefinitionScanner(server);
        scanner.addExcludeFilter(new AssignableTypeFilter(IndexStream.class));
        scanner.scan(ListingIndex.class.getPackageName());
        server.refresh();
        index = server.getBean(ListingIndex.class);
    }

    /** Makes the index and fills it. */
    void index(List<ListingIndexed> listings) {
        try (var indexer = new AnnotationConfigApplicationContext()) {
            indexer.registerBean(IndexerSettings.class, this::indexerSettings);
            indexer.registerBean(
                    Rest5Client.class, () -> Rest5Client.builder(url).build());
            indexer.scan(BulkWriter.class.getPackageName());
            indexer.refresh();
            indexer.getBean(WrittenIndices.class).prepare();
            var outcomes = indexer.getBean(BulkWriter.class)
                    .write(listings.stream().map(IndexWrite::of).toList());
            if (!outcomes.stream().allMatch(Written.class::isInstance)) {
                throw new IllegalStateException("Not all listings were taken: " + outcomes);
            }
        }
    }

    @Override
    public String name() {
        return "ours";
    }

    @Override
    public List<String> find(String words, int limit) {
        var criteria = new SearchCriteria(
                words, List.of(), List.of(), List.of(), null, null, false, false, null, null, Sort.RELEVANCE);
        var result = index.search(criteria, null, limit).toFuture().join();
        return result.items().stream().map(OurSearch::code).toList();
    }

    @Override
    public void close() {
        server.close();
    }

    private static String code(ResultJson card) {
        return JsonMapper.shared().readTree(card.text()).path("code").asString();
    }

    private IndexerSettings indexerSettings() {
        // No stream is read here, so the address of Redis is never used.
        return new IndexerSettings(
                URI.create("redis://127.0.0.1"), PREFIX, Integer.MAX_VALUE, Duration.ZERO, PATIENCE, PATIENCE);
    }
}
