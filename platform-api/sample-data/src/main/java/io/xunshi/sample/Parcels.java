package io.xunshi.sample;

import io.xunshi.platform.listing.ShippingPayer;
import io.xunshi.platform.listing.ShippingTerms;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who would send what: small things, more often than not, and one in three of them free of charge. */
final class Parcels {
    private static final Map<String, Integer> GRAMS = Map.of(
            "textbook", 1_000,
            "fiction", 1_000,
            "childrens-book", 2_000,
            "mobile-phone", 1_000,
            "tablet", 2_000,
            "camera", 2_000,
            "audio", 3_000,
            "toy", 3_000,
            "shoes", 2_000,
            "bag", 2_000);
    private static final int NOT_SENT_OF = 4;
    private static final int FREE_OF = 3;

    private Parcels() {}

    /** Null where it is only handed over in person. */
    static @Nullable ShippingTerms of(String category, int number) {
        var grams = GRAMS.get(category);
        return grams == null || number % NOT_SENT_OF == 0
                ? null
                : new ShippingTerms(number % FREE_OF == 0 ? ShippingPayer.SELLER : ShippingPayer.BUYER, grams);
    }
}
