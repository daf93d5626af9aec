package io.xunshi.platform.messaging.usecase;

import io.micrometer.core.instrument.MeterRegistry;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.media.Photos;
import io.xunshi.platform.messaging.MessagingProblem;
import io.xunshi.platform.messaging.domain.Caution;
import io.xunshi.platform.messaging.domain.ContactScan;
import io.xunshi.platform.messaging.domain.Conversation;
import io.xunshi.platform.messaging.domain.ConversationId;
import io.xunshi.platform.messaging.domain.MessageDraft;
import io.xunshi.platform.messaging.domain.SafetyRule;
import io.xunshi.platform.messaging.domain.SafetyRule.Verdict;
import io.xunshi.platform.messaging.domain.Standing;
import io.xunshi.platform.messaging.storage.MessageRepository;
import io.xunshi.platform.order.OrderState;
import io.xunshi.platform.order.OrderView;
import io.xunshi.platform.order.Orders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Says something to the other side, after a look at what it may lead to. */
@Component
public class SendMessage {
    private static final int ORDERS_LOOKED_AT = 20;
    private static final Duration PACE = Duration.ofMinutes(1);
    private static final Set<OrderState> PAID = Set.of(
            OrderState.PAID,
            OrderState.AWAITING_SHIPMENT,
            OrderState.IN_TRANSIT,
            OrderState.DELIVERED,
            OrderState.HANDED_OVER,
            OrderState.DISPUTED,
            OrderState.COMPLETED);

    private final FindConversations findConversations;
    private final MayWrite mayWrite;
    private final MessageRepository messages;
    private final Photos photos;
    private final Orders orders;
    private final LiveNews liveNews;
    private final MessagingSettings settings;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final MeterRegistry meters;

    SendMessage(
            FindConversations findConversations,
            MayWrite mayWrite,
            MessageRepository messages,
            Photos photos,
            Orders orders,
            LiveNews liveNews,
            MessagingSettings settings,
            TransactionalOperator transaction,
            Clock clock,
            MeterRegistry meters) {
        this.findConversations = findConversations;
        this.mayWrite = mayWrite;
        this.messages = messages;
        this.photos = photos;
        this.orders = orders;
        this.liveNews = liveNews;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Raises {@link MessagingProblem#LEADS_AWAY} with the <code>cautions</code> until the sender confirms, and
     * {@link MessagingProblem#SCAM_LINK} whatever they confirm.
     */
    public Mono<Sent> send(AccountId sender, ConversationId id, MessageDraft draft, boolean isConfirmed) {
        return findConversations
                .standing(sender, id)
                .filter(Standing::mayWrite)
                .switchIfEmpty(Mono.error(MessagingProblem.BLOCKED::raise))
                .delayUntil(standing -> mayWrite.check(sender))
                .delayUntil(standing -> checkPace(sender))
                .delayUntil(standing -> checkPhotos(sender, draft))
                .flatMap(standing -> cautionsOf(draft, standing.conversation())
                        .delayUntil(cautions -> judge(cautions, isConfirmed))
                        .flatMap(cautions -> deliver(standing, draft, cautions)));
    }

    private Mono<Void> checkPace(AccountId sender) {
        return messages.countSaid(sender, clock.instant().minus(PACE))
                .filter(said -> said < settings.messagesPerMinute())
                .switchIfEmpty(Mono.error(() -> MessagingProblem.TOO_MANY_MESSAGES
                        .raise(settings.messagesPerMinute())
                        .with("retryAfterSeconds", PACE.toSeconds())))
                .then();
    }

    private Mono<Void> checkPhotos(AccountId sender, MessageDraft draft) {
        return photos.findOwn(draft.photos(), sender)
                .count()
                .filter(ready -> ready == draft.photos().size())
                .switchIfEmpty(Mono.error(MessagingProblem.PHOTO_NOT_READY::raise))
                .then();
    }

    private Mono<Set<Caution>> cautionsOf(MessageDraft draft, Conversation conversation) {
        var found = ContactScan.scan(draft.text());
        return found.contains(Caution.PHONE)
                ? hasPaidOrder(conversation).map(isPaid -> SafetyRule.cautionsOf(found, isPaid))
                : Mono.just(found);
    }

    private Mono<Boolean> hasPaidOrder(Conversation conversation) {
        return orders.findOfListing(conversation.listing().value(), ORDERS_LOOKED_AT)
                .any(order -> isPaidBy(order, conversation.buyer()));
    }

    private static boolean isPaidBy(OrderView order, AccountId buyer) {
        return order.buyer().equals(buyer) && PAID.contains(order.state());
    }

    private Mono<Void> judge(Set<Caution> cautions, boolean isConfirmed) {
        var verdict = SafetyRule.verdictOn(cautions, isConfirmed);
        meters.counter("xunshi.messaging.messages", "verdict", verdict.name()).increment();
        return switch (verdict) {
            case Verdict.DELIVER -> Mono.empty();
            case Verdict.WARN ->
                Mono.error(MessagingProblem.LEADS_AWAY
                        .raise()
                        .with("cautions", cautions.stream().sorted().toList()));
            case Verdict.REFUSE -> Mono.error(MessagingProblem.SCAM_LINK.raise());
        };
    }

    private Mono<Sent> deliver(Standing standing, MessageDraft draft, Set<Caution> cautions) {
        var now = clock.instant();
        var conversation = standing.conversation();
        return messages.add(
                        conversation.id(), standing.person(), draft, cautions, now, now.plus(settings.remindAfter()))
                .delayUntil(sequence -> photos.keep(draft.photos(), standing.person()))
                .delayUntil(sequence -> liveNews.tell(conversation.people().stream()
                        .map(person -> LiveNews.message(person, conversation.id(), sequence))
                        .toList()))
                .map(sequence -> new Sent(sequence, now, cautions))
                .as(transaction::transactional);
    }

    /** @param cautions what the receiver is warned of */
    public record Sent(long sequence, Instant at, Set<Caution> cautions) {
        public Sent {
            cautions = Set.copyOf(cautions);
        }
    }
}
