package io.xunshi.platform.messaging.web;

import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.CardRental;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.media.PhotoResponse;
import io.xunshi.platform.messaging.domain.Conversation;
import io.xunshi.platform.messaging.domain.Side;
import io.xunshi.platform.messaging.usecase.FindConversations.WholeConversation;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as one of the two sees it.
 *
 * @param listing as it is now, whatever became of it
 * @param lastMessage null while nothing is said
 * @param unread the counterpart's messages beyond the read mark; 100 stands for more
 * @param readUpTo the reader's own mark
 * @param counterpartReadUpTo up to where the other side has read
 * @param blocking whether the reader does not want to hear from the counterpart
 * @param writable whether the reader may write
 */
record ConversationResponse(
        UUID id,
        Side side,
        Counterpart counterpart,
        Subject listing,
        @Nullable MessageResponse lastMessage,
        Instant lastAt,
        int unread,
        long lastSequence,
        long readUpTo,
        long counterpartReadUpTo,
        boolean blocking,
        boolean writable) {
    static ConversationResponse of(WholeConversation whole) {
        var standing = whole.standing();
        var conversation = standing.conversation();
        var last = standing.lastMessage();
        return new ConversationResponse(
                conversation.id().value(),
                standing.side(),
                Counterpart.of(whole),
                Subject.of(conversation, whole.listing()),
                last == null ? null : MessageResponse.of(last, standing.person(), Map.of()),
                standing.lastAt(),
                standing.unread(),
                conversation.lastSequence(),
                standing.readUpTo(),
                standing.counterpartReadUpTo(),
                standing.isBlocking(),
                standing.mayWrite());
    }

    record Counterpart(UUID id, String displayName, boolean realNameVerified) {
        static Counterpart of(WholeConversation whole) {
            AccountView person = whole.counterpart();
            return new Counterpart(
                    whole.standing().counterpart().value(),
                    person == null ? "" : person.displayName(),
                    person != null && person.realNameVerified());
        }
    }

    /**
     * @param price null where the listing is gone
     * @param rental null where the thing cannot be rented; of what is only lent, the price is what it is worth
     */
    record Subject(
            UUID id,
            String title,
            @Nullable ListingState state,
            @Nullable Money price,
            @Nullable CardRental rental,
            @Nullable PhotoResponse photo) {
        static Subject of(Conversation conversation, @Nullable ListingView listing) {
            return listing == null
                    ? new Subject(conversation.listing().value(), conversation.listingTitle(), null, null, null, null)
                    : new Subject(
                            listing.id().value(),
                            listing.title(),
                            listing.state(),
                            listing.price(),
                            CardRental.of(listing.rental(), listing.forSale()),
                            listing.photos().stream()
                                    .findFirst()
                                    .map(PhotoResponse::of)
                                    .orElse(null));
        }
    }
}
