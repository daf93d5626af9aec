package io.xunshi.platform.listing;

import java.util.Set;

/** Where a listing stands. The only transitions are those of {@link #next()}. */
public enum ListingState {
    /** Only its owner sees it. */
    DRAFT,
    /** 审核中: its owner wants it before everybody; a moderator has to agree. */
    IN_REVIEW,
    /** Everybody finds it. */
    PUBLISHED,
    /** Promised, of a stock the last piece that was left; still readable, no longer found. */
    RESERVED,
    SOLD,
    WITHDRAWN;

    /** The states that may follow. */
    public Set<ListingState> next() {
        return switch (this) {
            case DRAFT -> Set.of(PUBLISHED, IN_REVIEW);
            case IN_REVIEW -> Set.of(PUBLISHED, DRAFT, WITHDRAWN);
            case PUBLISHED -> Set.of(RESERVED, WITHDRAWN);
            case RESERVED -> Set.of(PUBLISHED, SOLD, WITHDRAWN);
            case WITHDRAWN -> Set.of(PUBLISHED, IN_REVIEW, SOLD);
            case SOLD -> Set.of();
        };
    }

    /** Whether others than its owner may read it. */
    public boolean isPublic() {
        return this != DRAFT && this != IN_REVIEW;
    }

    /** Whether its owner may put it before everybody. */
    public boolean isPublishable() {
        return this == DRAFT || this == WITHDRAWN;
    }

    /** Whether its owner may change what it says. */
    public boolean isEditable() {
        return this == DRAFT || this == PUBLISHED || this == WITHDRAWN;
    }
}
