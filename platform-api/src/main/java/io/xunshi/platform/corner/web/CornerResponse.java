package io.xunshi.platform.corner.web;

import io.xunshi.platform.corner.domain.BookCorner;
import io.xunshi.platform.corner.domain.Counts;
import io.xunshi.platform.corner.usecase.FindCorners.Counted;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A corner as everybody sees it.
 *
 * @param code public, <code>H…</code>
 * @param counts null in lists
 */
record CornerResponse(
        UUID id,
        String code,
        String school,
        String place,
        String districtCode,
        @Nullable CountsResponse counts) {

    static CornerResponse of(BookCorner corner) {
        return of(corner, null);
    }

    static CornerResponse of(Counted counted) {
        return of(counted.corner(), CountsResponse.of(counted.counts()));
    }

    private static CornerResponse of(BookCorner corner, @Nullable CountsResponse counts) {
        var profile = corner.profile();
        return new CornerResponse(
                corner.id().value(), corner.code(), profile.school(), profile.place(), profile.districtCode(), counts);
    }

    /**
     * @param titles that stand on the shelf
     * @param swapped books that were taken for good, ever
     */
    record CountsResponse(int titles, int onShelf, int lent, int swapped) {

        static CountsResponse of(Counts counts) {
            return new CountsResponse(counts.titles(), counts.onShelf(), counts.lent(), counts.swapped());
        }
    }
}
