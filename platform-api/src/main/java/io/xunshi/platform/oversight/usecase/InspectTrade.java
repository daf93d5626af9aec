package io.xunshi.platform.oversight.usecase;

import static java.util.Comparator.comparing;

import io.xunshi.platform.audit.AuditedTrade;
import io.xunshi.platform.audit.AuditedTrade.Party;
import io.xunshi.platform.audit.AuditedTrade.Step;
import io.xunshi.platform.audit.AuditedTrades;
import io.xunshi.platform.audit.FurtherSteps;
import io.xunshi.platform.audit.TradeKind;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.Accounts;
import io.xunshi.platform.oversight.OversightProblem;
import io.xunshi.platform.payment.Payments;
import io.xunshi.platform.payment.PostingView;
import io.xunshi.platform.purpose.PurposeBoundAccess;
import io.xunshi.platform.purpose.PurposeProblem;
import io.xunshi.platform.purpose.Sight;
import io.xunshi.platform.trace.TraceLog;
import io.xunshi.platform.trace.TraceLog.Entry;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Opens any trade of any kind from end to end. */
@Component
public class InspectTrade {
    private static final int FOUND_MAX = 50;

    private final List<AuditedTrades> kinds;
    private final List<FurtherSteps> furtherSteps;
    private final Accounts accounts;
    private final PurposeBoundAccess access;
    private final Payments payments;
    private final TraceLog log;

    InspectTrade(
            List<AuditedTrades> kinds,
            List<FurtherSteps> furtherSteps,
            Accounts accounts,
            PurposeBoundAccess access,
            Payments payments,
            TraceLog log) {
        this.kinds = kinds;
        this.furtherSteps = furtherSteps;
        this.accounts = accounts;
        this.access = access;
        this.payments = payments;
        this.log = log;
    }

    /**
     * By the trade's code or a listing's id; the newest of all for an empty question. Newest first.
     *
     * @param only the kind to look among; null for all kinds
     */
    public Flux<AuditedTrade> search(String question, @Nullable TradeKind only) {
        var asked = question.strip();
        var among = kinds.stream()
                .filter(kind -> only == null || kind.kind() == only)
                .toList();
        return asked.isEmpty()
                ? newest(among, kind -> kind.findNewest(FOUND_MAX))
                : newest(
                                thatCanHave(asked, among),
                                kind -> kind.findByCode(asked).flux())
                        .switchIfEmpty(findOfListing(asked, among));
    }

    private static List<AuditedTrades> thatCanHave(String code, List<AuditedTrades> among) {
        return among.stream().filter(one -> one.kind().canHave(code)).toList();
    }

    /**
     * By a party's phone or e-mail, for a purpose that the officer has declared; newest first. Raises
     * {@link PurposeProblem#NEEDED} and {@link PurposeProblem#OVER}.
     *
     * @param purpose null where the officer named none
     */
    @Transactional
    public Mono<List<AuditedTrade>> searchByParty(AccountId officer, @Nullable UUID purpose, String contact) {
        return accounts.findByContact(contact)
                .onErrorComplete()
                .map(AccountView::id)
                .flux()
                .collectList()
                .delayUntil(found -> access.record(officer, purpose, Sight.CONTACT_SEARCH, null, found))
                .flatMapMany(Flux::fromIterable)
                .concatMap(party -> newest(kinds, kind -> kind.findOf(party, FOUND_MAX)))
                .collectList();
    }

    /**
     * Who is behind a trade and what they wrote, for a purpose that the officer has declared. Raises
     * {@link OversightProblem#NO_SUCH_TRADE}, {@link PurposeProblem#NEEDED} and {@link PurposeProblem#OVER}.
     *
     * @param purpose null where the officer named none
     */
    @Transactional
    public Mono<Inspection> inspect(AccountId officer, @Nullable UUID purpose, UUID id) {
        return inspect(id)
                .delayUntil(found -> access.record(officer, purpose, Sight.TRADE_PARTIES, id, peopleIn(found.trade())));
    }

    private static List<AccountId> peopleIn(AuditedTrade trade) {
        return trade.parties().stream().map(Party::person).toList();
    }

    /** Raises {@link OversightProblem#NO_SUCH_TRADE}. */
    public Mono<Inspection> inspect(UUID id) {
        return Flux.fromIterable(kinds)
                .concatMap(kind -> kind.find(id).flatMap(trade -> inspect(kind, trade)))
                .next()
                .switchIfEmpty(Mono.error(OversightProblem.NO_SUCH_TRADE::raise));
    }

    private Mono<Inspection> inspect(AuditedTrades kind, AuditedTrade trade) {
        return partiesOf(trade)
                .collectList()
                .flatMap(parties -> stepsOf(kind, trade)
                        .collectList()
                        .flatMap(steps -> postingsOf(kind, trade)
                                .flatMap(postings -> log.entriesOf(trade.id())
                                        .collectList()
                                        .map(records -> new Inspection(trade, parties, steps, postings, records)))));
    }

    /** The process of its kind first, then what other modules did with it. */
    private Flux<Step> stepsOf(AuditedTrades kind, AuditedTrade trade) {
        return kind.stepsOf(trade.id()).concatWith(furtherOf(kind).concatMap(further -> further.stepsOf(trade.id())));
    }

    private Flux<FurtherSteps> furtherOf(AuditedTrades kind) {
        return Flux.fromIterable(furtherSteps).filter(further -> further.kind() == kind.kind());
    }

    private Flux<AccountView> partiesOf(AuditedTrade trade) {
        return accounts.findAll(peopleIn(trade));
    }

    private Mono<List<PostingView>> postingsOf(AuditedTrades kind, AuditedTrade trade) {
        return kind.ledgerIdsOf(trade.id())
                .concatWith(furtherOf(kind).concatMap(further -> further.ledgerIdsOf(trade.id())))
                .collectList()
                .flatMapIterable(ids -> ids)
                .concatMap(payments::postingsOf)
                .collectSortedList(comparing(PostingView::at));
    }

    private static Flux<AuditedTrade> findOfListing(String asked, List<AuditedTrades> among) {
        return Mono.fromCallable(() -> UUID.fromString(asked))
                .onErrorComplete(IllegalArgumentException.class)
                .flatMapMany(listing -> newest(among, kind -> kind.findOfListing(listing, FOUND_MAX)));
    }

    private static Flux<AuditedTrade> newest(
            List<AuditedTrades> among, Function<AuditedTrades, Flux<AuditedTrade>> found) {
        return Flux.fromIterable(among)
                .concatMap(found)
                .sort(comparing(AuditedTrade::begunAt).reversed())
                .take(FOUND_MAX);
    }

    /**
     * @param parties to be masked until a purpose is named
     * @param records what of it stands in the log
     */
    public record Inspection(
            AuditedTrade trade,
            List<AccountView> parties,
            List<Step> steps,
            List<PostingView> postings,
            List<Entry> records) {

        /** Whether the money of this trade adds up to nothing left over anywhere. */
        public boolean isBalanced() {
            return postings.stream()
                            .mapToLong(posting -> posting.amount().amount())
                            .sum()
                    == 0;
        }
    }
}
