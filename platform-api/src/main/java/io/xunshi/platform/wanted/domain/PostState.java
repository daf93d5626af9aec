package io.xunshi.platform.wanted.domain;

import java.util.Set;

/** How far a wanted post is. Every state that waits ends by itself on the post's last day. */
public enum PostState {
    /** Waits for a moderator; nobody else sees it. */
    IN_REVIEW,
    /** Its owner may say something else. */
    REFUSED,
    OPEN,
    FOUND,
    WITHDRAWN,
    /** Its last day is over. */
    EXPIRED;

    /** The states that may follow; what is changed is judged anew, so a state may follow itself. */
    public Set<PostState> next() {
        return switch (this) {
            case IN_REVIEW -> Set.of(OPEN, REFUSED, IN_REVIEW, WITHDRAWN, EXPIRED);
            case REFUSED -> Set.of(OPEN, IN_REVIEW, WITHDRAWN);
            case OPEN -> Set.of(OPEN, IN_REVIEW, FOUND, WITHDRAWN, EXPIRED);
            case FOUND, WITHDRAWN, EXPIRED -> Set.of();
        };
    }

    public boolean hasEnded() {
        return next().isEmpty();
    }

    /** Whether others than its owner may read it. */
    public boolean isPublic() {
        return this == OPEN || this == FOUND || this == EXPIRED;
    }
}
