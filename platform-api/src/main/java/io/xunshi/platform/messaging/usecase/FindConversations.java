package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.Accounts;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.media.PhotoView;
import io.xunshi.platform.media.Photos;
import io.xunshi.platform.messaging.MessagingProblem;
import io.xunshi.platform.messaging.domain.ConversationId;
import io.xunshi.platform.messaging.domain.Message;
import io.xunshi.platform.messaging.domain.Standing;
import io.xunshi.platform.messaging.storage.ConversationRepository;
import io.xunshi.platform.messaging.storage.MessageRepository;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows people their conversations. For anybody else they do not exist. */
@Component
public class FindConversations {
    private final ConversationRepository conversations;
    private final MessageRepository messages;
    private final Listings listings;
    private final Accounts accounts;
    private final Photos photos;

    FindConversations(
            ConversationRepository conversations,
            MessageRepository messages,
            Listings listings,
            Accounts accounts,
            Photos photos) {
        this.conversations = conversations;
        this.messages = messages;
        this.listings = listings;
        this.accounts = accounts;
        this.photos = photos;
    }

    /** Raises {@link MessagingProblem#CONVERSATION_NOT_FOUND}, for a stranger's conversation too. */
    public Mono<WholeConversation> find(AccountId person, ConversationId id) {
        return standing(person, id)
                .flatMapMany(standing -> whole(List.of(standing)))
                .single();
    }

    /** Those in which something was said, the latest first. */
    public Mono<Page<WholeConversation>> findOwn(AccountId person, @Nullable Cursor after, int limit) {
        return conversations
                .findStandings(person, after, limit + 1)
                .collectList()
                .map(rows -> Page.ofOneMore(rows, limit, FindConversations::position))
                .flatMap(page -> whole(page.items()).collectList().map(items -> new Page<>(items, page.nextCursor())));
    }

    /** Messages before a sequence, the newest where none is given. */
    public Mono<Said> before(AccountId person, ConversationId id, long sequence, int limit) {
        return standing(person, id)
                .flatMap(standing ->
                        messages.findBefore(id, sequence, limit).collectList().flatMap(found -> said(standing, found)));
    }

    /** Messages after a sequence. */
    public Mono<Said> after(AccountId person, ConversationId id, long sequence, int limit) {
        return standing(person, id)
                .flatMap(standing ->
                        messages.findAfter(id, sequence, limit).collectList().flatMap(found -> said(standing, found)));
    }

    public Mono<Integer> countUnread(AccountId person) {
        return conversations.countUnread(person);
    }

    Mono<Standing> standing(AccountId person, ConversationId id) {
        return conversations
                .findStanding(id, person)
                .switchIfEmpty(Mono.error(MessagingProblem.CONVERSATION_NOT_FOUND::raise));
    }

    private Mono<Said> said(Standing standing, List<Message> found) {
        return photos.find(found.stream()
                        .filter(Message.Said.class::isInstance)
                        .flatMap(message -> ((Message.Said) message).photos().stream())
                        .toList())
                .collectMap(PhotoView::id)
                .map(pictures -> new Said(standing, found, pictures));
    }

    private Flux<WholeConversation> whole(List<Standing> standings) {
        return accounts.findAll(
                        standings.stream().map(Standing::counterpart).distinct().toList())
                .collectMap(AccountView::id)
                .flatMapMany(people -> listings.findAll(standings.stream()
                                .map(standing -> standing.conversation().listing())
                                .distinct()
                                .toList())
                        .collectMap(ListingView::id)
                        .flatMapIterable(offers -> standings.stream()
                                .map(standing -> whole(standing, people, offers))
                                .toList()));
    }

    private static WholeConversation whole(
            Standing standing, Map<AccountId, AccountView> people, Map<ListingId, ListingView> offers) {
        return new WholeConversation(
                standing,
                people.get(standing.counterpart()),
                offers.get(standing.conversation().listing()));
    }

    private static Cursor position(Standing standing) {
        return new Cursor(standing.lastAt(), standing.conversation().id().value());
    }

    /**
     * @param counterpart null where the account is gone
     * @param listing null where the listing is gone
     */
    public record WholeConversation(
            Standing standing,
            @Nullable AccountView counterpart,
            @Nullable ListingView listing) {}

    /** Messages in their order, with the photos that they show. */
    public record Said(Standing standing, List<Message> messages, Map<PhotoId, PhotoView> pictures) {
        public Said {
            messages = List.copyOf(messages);
        }
    }
}
