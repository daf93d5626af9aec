package io.xunshi.quality;

import io.xunshi.contracts.search.ListingIndexed;
import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Place;
import io.xunshi.platform.search.usecase.ListingDocuments;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The set's listings as the server tells the indexer of them. */
final class Offers {
    private static final Instant FIRST = Instant.parse("2026-11-01T00:00:00Z");
    private static final UUID SELLER = new UUID(0, 1);

    private Offers() {}

    static List<ListingIndexed> messages(List<JudgedListing> listings) {
        try (var server = new AnnotationConfigApplicationContext()) {
            // What stands in files, without what the same module keeps in a database.
            server.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
            server.scan("io.xunshi.platform.catalog.usecase");
            server.register(ListingDocuments.class);
            server.refresh();
            var catalog = server.getBean(Catalog.class);
            var documents = server.getBean(ListingDocuments.class);
            return IntStream.range(0, listings.size())
                    .mapToObj(number -> documents.message(view(number, listings.get(number), catalog)))
                    .toList();
        }
    }

    private static ListingView view(int number, JudgedListing listing, Catalog catalog) {
        var id = new UUID(1, number);
        var district = catalog.district(listing.district()).orElseThrow();
        var published = FIRST.plus(Duration.ofHours(number));
        return new ListingView(
                new ListingId(id),
                listing.id(),
                id,
                new AccountId(SELLER),
                ListingState.PUBLISHED,
                listing.title(),
                listing.description(),
                listing.category(),
                listing.attributes(),
                listing.condition(),
                Money.fen(100 * listing.yuan()),
                listing.district(),
                new Place(district.lat(), district.lon()),
                List.of(),
                1,
                published,
                published,
                published);
    }
}
