package io.xunshi.platform.listing;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.media.PhotoView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A listing that is or was published, as other modules see it.
 *
 * @param code what people read aloud, <code>L…</code>
 * @param itemId the thing; other offers over it share its lock
 * @param attributes answers to the category's questions, as text
 * @param version grows with every change, of state too
 */
public record ListingView(
        ListingId id,
        String code,
        UUID itemId,
        AccountId seller,
        ListingState state,
        String title,
        String description,
        String categoryCode,
        Map<String, String> attributes,
        String conditionCode,
        Money price,
        String districtCode,
        Place place,
        List<PhotoView> photos,
        long version,
        Instant createdAt,
        @Nullable Instant publishedAt,
        Instant updatedAt) {

    public ListingView {
        attributes = Map.copyOf(attributes);
        photos = List.copyOf(photos);
    }
}
