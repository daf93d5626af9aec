package io.xunshi.platform.listing;

import java.util.Set;

/** Where a listing stands. The only transitions are those of {@link #next()}. */
public enum ListingState {
    /** Only its owner sees it. */
    DRAFT,
    /** Everybody finds it. */
    PUBLISHED,
    /** Promised to one buyer; still readable, no longer found. */
    RESERVED,
    SOLD,
    WITHDRAWN;

    /** The states that may follow. */
    public Set<ListingState> next() {
        return switch (this) {
            case DRAFT -> Set.of(PUBLISHED);
            case PUBLISHED -> Set.of(RESERVED, WITHDRAWN);
            case RESERVED -> Set.of(PUBLISHED, SOLD);
            case WITHDRAWN -> Set.of(PUBLISHED);
            case SOLD -> Set.of();
        };
    }

    /** Whether its owner may change what it says. */
    public boolean isEditable() {
        return this == DRAFT || this == PUBLISHED || this == WITHDRAWN;
    }
}
