package io.xunshi.indexer.document;

import io.xunshi.contracts.search.ListingDocument;
import io.xunshi.contracts.search.ListingIndexed;
import io.xunshi.indexer.document.IndexDocument.Card;
import io.xunshi.indexer.document.IndexDocument.Place;
import io.xunshi.indexer.document.IndexDocument.Price;
import io.xunshi.indexer.document.IndexDocument.Rental;
import io.xunshi.indexer.document.IndexDocument.Swap;
import org.jspecify.annotations.Nullable;

/** Makes what is stored out of what was said. */
public final class IndexDocuments {
    private IndexDocuments() {}

    public static IndexDocument of(ListingIndexed message) {
        var listing = message.document();
        return new IndexDocument(
                message.id(),
                listing.title(),
                listing.description(),
                listing.words(),
                listing.categories(),
                listing.conditionCode(),
                listing.districtCode(),
                listing.priceFen(),
                new Place(listing.lat(), listing.lon()),
                listing.publishedAt(),
                Suggestions.in(listing.title()),
                listing.swap() != null,
                Boolean.TRUE.equals(listing.sent()),
                card(message, listing));
    }

    private static Card card(ListingIndexed message, ListingDocument listing) {
        return new Card(
                message.id(),
                listing.code(),
                listing.title(),
                new Price(listing.priceFen(), listing.currency()),
                listing.conditionCode(),
                listing.districtCode(),
                listing.categoryCode(),
                new Place(listing.lat(), listing.lon()),
                listing.photo(),
                listing.publishedAt(),
                rental(listing),
                swap(listing),
                listing.left(),
                listing.usedSince());
    }

    private static @Nullable Swap swap(ListingDocument listing) {
        var swap = listing.swap();
        return swap == null ? null : new Swap(swap.alsoForSale());
    }

    private static @Nullable Rental rental(ListingDocument listing) {
        var rental = listing.rental();
        return rental == null
                ? null
                : new Rental(new Price(rental.perDayFen(), listing.currency()), rental.alsoForSale());
    }
}
