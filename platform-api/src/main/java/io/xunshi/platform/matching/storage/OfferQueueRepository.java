package io.xunshi.platform.matching.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.xunshi.platform.exchange.OfferSide;
import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lots and demands that saved searches have still to be tried on, and who was told of which. Whoever takes one has it
 * alone until a moment; should they die, another takes it then.
 */
@Repository
public class OfferQueueRepository {
    private final DatabaseClient database;

    OfferQueueRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Does nothing while nobody waits for anything. */
    public Mono<Void> add(OfferSide side, UUID offer, Instant now) {
        return database.sql("""
                        insert into matching.offer_to_match (side, offer, queued_at, not_before)
                        select :side, :offer, :now, :now
                        where exists (select from matching.saved_search where side = :side)
                        on conflict (side, offer) do update
                        set queued_at = excluded.queued_at, not_before = excluded.not_before
                        """)
                .bind("side", side.name())
                .bind("offer", offer)
                .bind("now", now)
                .then();
    }

    /** Takes some that are due, those first that have waited longest. */
    public Flux<Waiting> take(int limit, Instant now, Instant until) {
        return database.sql("""
                        with due as (
                            select side, offer from matching.offer_to_match
                            where not_before <= :now
                            order by not_before
                            limit :limit
                            for update skip locked)
                        update matching.offer_to_match as waiting
                        set not_before = :until
                        from due
                        where waiting.side = due.side and waiting.offer = due.offer
                        returning waiting.side, waiting.offer, waiting.queued_at
                        """)
                .bind("now", now)
                .bind("limit", limit)
                .bind("until", until)
                .map(row -> new Waiting(
                        OfferSide.valueOf(required(row, "side", String.class)),
                        required(row, "offer", UUID.class),
                        required(row, "queued_at", Instant.class)))
                .all();
    }

    /** Lets others take it from a moment on. */
    public Mono<Void> putBack(Waiting waiting, Instant from) {
        return database.sql("""
                        update matching.offer_to_match set not_before = :from
                        where side = :side and offer = :offer and queued_at = :queuedAt
                        """)
                .bind("from", from)
                .bind("side", waiting.side().name())
                .bind("offer", waiting.offer())
                .bind("queuedAt", waiting.queuedAt())
                .then();
    }

    /** Leaves it in the queue where there was news of it meanwhile. */
    public Mono<Void> remove(Waiting waiting) {
        return database.sql("""
                        delete from matching.offer_to_match
                        where side = :side and offer = :offer and queued_at = :queuedAt
                        """)
                .bind("side", waiting.side().name())
                .bind("offer", waiting.offer())
                .bind("queuedAt", waiting.queuedAt())
                .then();
    }

    /** Those of the people who have not been told of the offer, and are told now. */
    public Flux<AccountId> claim(UUID offer, Collection<AccountId> people, Instant now) {
        return database.sql("""
                        insert into matching.alert (account, offer, told_at)
                        select account, :offer, :now from unnest(:people) as person (account) order by account
                        on conflict do nothing
                        returning account
                        """)
                .bind("offer", offer)
                .bind("now", now)
                .bind("people", people.stream().map(AccountId::value).distinct().toArray(UUID[]::new))
                .map(row -> new AccountId(required(row, "account", UUID.class)))
                .all();
    }

    public Mono<Void> forgetAlertsBefore(Instant moment) {
        return database.sql("delete from matching.alert where told_at < :moment")
                .bind("moment", moment)
                .then();
    }

    /**
     * A lot or a demand of which there is news.
     *
     * @param queuedAt of the latest news
     */
    public record Waiting(OfferSide side, UUID offer, Instant queuedAt) {}
}
