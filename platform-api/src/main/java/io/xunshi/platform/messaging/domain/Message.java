package io.xunshi.platform.messaging.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.media.PhotoId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One line of a conversation. */
public sealed interface Message {
    /** Its place in the conversation: 1, 2, 3 … without a gap. */
    long sequence();

    Instant at();

    /**
     * Words or photos of one of the two.
     *
     * @param text empty where there are only photos
     * @param cautions what the receiver is warned of
     */
    record Said(long sequence, Instant at, AccountId sender, String text, List<PhotoId> photos, Set<Caution> cautions)
            implements Message {
        public Said {
            photos = List.copyOf(photos);
            cautions = Set.copyOf(cautions);
        }
    }

    /** What happened to the listing or an order of the two; put in words by whoever shows it. */
    record Card(long sequence, Instant at, CardKind kind, Map<String, String> parameters) implements Message {
        public Card {
            parameters = Map.copyOf(parameters);
        }
    }
}
