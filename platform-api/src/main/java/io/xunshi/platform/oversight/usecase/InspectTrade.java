package io.xunshi.platform.oversight.usecase;

import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.Accounts;
import io.xunshi.platform.order.OrderId;
import io.xunshi.platform.order.OrderView;
import io.xunshi.platform.order.Orders;
import io.xunshi.platform.oversight.OversightProblem;
import io.xunshi.platform.payment.Payments;
import io.xunshi.platform.payment.PostingView;
import io.xunshi.platform.trace.TraceLog;
import io.xunshi.platform.trace.TraceLog.Entry;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Opens any trade from end to end. */
@Component
public class InspectTrade {
    private static final int FOUND_MAX = 50;

    private final Orders orders;
    private final Accounts accounts;
    private final Payments payments;
    private final TraceLog log;

    InspectTrade(Orders orders, Accounts accounts, Payments payments, TraceLog log) {
        this.orders = orders;
        this.accounts = accounts;
        this.payments = payments;
        this.log = log;
    }

    /** By the trade's code, a party's phone or e-mail, or a listing's id; the newest of all for an empty question. */
    public Flux<OrderView> search(String question) {
        var asked = question.strip();
        return asked.isEmpty()
                ? orders.findNewest(FOUND_MAX)
                : orders.findByCode(asked)
                        .flux()
                        .switchIfEmpty(findOfListing(asked))
                        .switchIfEmpty(findOfParty(asked));
    }

    /** Raises {@link OversightProblem#NO_SUCH_TRADE}. */
    public Mono<Inspection> inspect(UUID orderId) {
        return orders.find(new OrderId(orderId))
                .switchIfEmpty(Mono.error(OversightProblem.NO_SUCH_TRADE::raise))
                .flatMap(order -> accounts.findAll(List.of(order.buyer(), order.seller()))
                        .collectList()
                        .flatMap(parties -> inspect(order, parties)));
    }

    private Mono<Inspection> inspect(OrderView order, List<AccountView> parties) {
        return payments.postingsOf(order.id().value())
                .collectList()
                .flatMap(postings -> log.entriesOf(order.id().value())
                        .collectList()
                        .map(records -> new Inspection(order, parties, postings, records)));
    }

    private Flux<OrderView> findOfListing(String asked) {
        return Mono.fromCallable(() -> UUID.fromString(asked))
                .onErrorComplete(IllegalArgumentException.class)
                .flatMapMany(listing -> orders.findOfListing(listing, FOUND_MAX));
    }

    private Flux<OrderView> findOfParty(String asked) {
        return accounts.findByContact(asked)
                .onErrorComplete()
                .flatMapMany(party -> orders.findOfParty(party.id(), FOUND_MAX));
    }

    /**
     * @param parties masked: the desk sees who traded, not how to reach them
     * @param records what of it stands in the log
     */
    public record Inspection(
            OrderView order, List<AccountView> parties, List<PostingView> postings, List<Entry> records) {

        /** Whether the money of this trade adds up to nothing left over anywhere. */
        public boolean isBalanced() {
            return postings.stream()
                            .mapToLong(posting -> posting.amount().amount())
                            .sum()
                    == 0;
        }
    }
}
