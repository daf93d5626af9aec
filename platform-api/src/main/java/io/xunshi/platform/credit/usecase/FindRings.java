package io.xunshi.platform.credit.usecase;

import io.xunshi.platform.audit.ConductRecords;
import io.xunshi.platform.audit.Dealing;
import io.xunshi.platform.credit.CreditProblem;
import io.xunshi.platform.credit.domain.CreditScore;
import io.xunshi.platform.credit.domain.FoundRing;
import io.xunshi.platform.credit.domain.TradingRing;
import io.xunshi.platform.credit.storage.RingRepository;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.Accounts;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.purpose.Masked;
import io.xunshi.platform.purpose.PurposeBoundAccess;
import io.xunshi.platform.purpose.PurposeProblem;
import io.xunshi.platform.purpose.Sight;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Looks for rings once an hour, on one replica, and shows them to auditors. */
@Component
public class FindRings {
    private static final Duration BETWEEN_SEARCHES = Duration.ofHours(1);

    /** What is traded in a ring is traded in half a year. */
    private static final Duration LOOKED_AT = Duration.ofDays(182);

    private final List<ConductRecords> records;
    private final RingRepository rings;
    private final Accounts accounts;
    private final PurposeBoundAccess access;
    private final TransactionalOperator transaction;
    private final Clock clock;

    FindRings(
            List<ConductRecords> records,
            RingRepository rings,
            Accounts accounts,
            PurposeBoundAccess access,
            TransactionalOperator transaction,
            Clock clock) {
        this.records = records;
        this.rings = rings;
        this.accounts = accounts;
        this.access = access;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${xunshi.credit.search-interval:5m}", initialDelayString = "1m")
    public Mono<Void> searchWhenDue() {
        return Mono.defer(() -> {
            var now = clock.instant();
            return rings.claimSearch(now.minus(BETWEEN_SEARCHES), now)
                    .filter(isMine -> isMine)
                    .flatMap(isMine -> search(now));
        });
    }

    /** Last seen first. */
    public Mono<Page<AuditedRing>> find(@Nullable Cursor after, int limit) {
        return rings.findNewest(after, limit + 1)
                .collectList()
                .map(rows -> Page.ofOneMore(rows, limit, ring -> new Cursor(ring.seenAt(), ring.id())))
                .flatMap(page -> Flux.fromIterable(page.items())
                        .concatMap(ring ->
                                rings.dealingsOf(ring.id()).collectList().flatMap(dealings -> audited(ring, dealings)))
                        .collectList()
                        .map(found -> new Page<>(found, page.nextCursor())));
    }

    /**
     * Who they are, in the order of their numbers, for a purpose that the officer has declared. Raises
     * {@link CreditProblem#NO_SUCH_RING}, {@link PurposeProblem#NEEDED} and {@link PurposeProblem#OVER}.
     *
     * @param purpose null where the officer named none
     */
    @Transactional
    public Mono<List<RingMember>> membersOf(AccountId officer, @Nullable UUID purpose, UUID ring) {
        return rings.dealingsOf(ring)
                .collectList()
                .map(FindRings::membersOf)
                .filter(members -> !members.isEmpty())
                .switchIfEmpty(Mono.error(CreditProblem.NO_SUCH_RING::raise))
                .delayUntil(members -> access.record(officer, purpose, Sight.RING_MEMBERS, ring, members))
                .flatMap(members -> namesOf(members)
                        .map(names -> members.stream()
                                .map(member -> new RingMember(member, names.getOrDefault(member, "")))
                                .toList()));
    }

    private static List<AccountId> membersOf(List<Dealing> dealings) {
        return dealings.stream()
                .flatMap(dealing -> Stream.of(dealing.giver(), dealing.taker()))
                .distinct()
                .toList();
    }

    private Mono<Map<AccountId, String>> namesOf(List<AccountId> members) {
        return accounts.findAll(members).collect(Collectors.toMap(AccountView::id, AccountView::displayName));
    }

    private Mono<Void> search(Instant now) {
        return Flux.fromIterable(records)
                .concatMap(source -> source.dealingsSince(now.minus(LOOKED_AT)))
                .collectList()
                .publishOn(Schedulers.boundedElastic())
                .map(dealings -> TradingRing.among(summed(dealings)))
                .flatMap(found -> Flux.fromIterable(found)
                        .concatMap(ring -> rings.keep(ring, now))
                        .then(rings.forgetBefore(now.minus(CreditScore.MEMORY)))
                        .as(transaction::transactional));
    }

    private static List<Dealing> summed(Collection<Dealing> dealings) {
        var trades = new HashMap<Map.Entry<AccountId, AccountId>, Long>();
        dealings.forEach(
                dealing -> trades.merge(Map.entry(dealing.giver(), dealing.taker()), dealing.trades(), Long::sum));
        return trades.entrySet().stream()
                .map(pair -> new Dealing(pair.getKey().getKey(), pair.getKey().getValue(), pair.getValue()))
                .toList();
    }

    private Mono<AuditedRing> audited(FoundRing ring, List<Dealing> dealings) {
        var members = membersOf(dealings);
        return namesOf(members)
                .map(names -> members.stream()
                        .map(member -> new RingMember(member, Masked.name(names.getOrDefault(member, ""))))
                        .toList())
                .map(masked -> new AuditedRing(ring, dealings, masked));
    }

    /** @param members by masked names, in an order that stays while the dealings do */
    public record AuditedRing(FoundRing ring, List<Dealing> dealings, List<RingMember> members) {
        public AuditedRing {
            dealings = List.copyOf(dealings);
            members = List.copyOf(members);
        }

        /** The place of a member among them, from 1. */
        public int numberOf(AccountId member) {
            return members.stream().map(RingMember::id).toList().indexOf(member) + 1;
        }
    }

    /** @param name empty where the account is gone */
    public record RingMember(AccountId id, String name) {}
}
