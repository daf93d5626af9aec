package io.xunshi.platform.fulfilment.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.fulfilment.domain.PriceCall;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.pricing.QuotationalPeriod.PricingCall;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Prices that were called, which never change, and when whoever may call is reminded. */
@Repository
public class PriceCallRepository {
    private final DatabaseClient database;

    PriceCallRepository(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Void> add(DealId deal, PriceCall call, AccountId by) {
        return database.sql("""
                        insert into fulfilment.price_call (deal, number, day, grams, at, called_by)
                        values (:deal, :number, :day, :grams, :at, :by)
                        """)
                .bind("deal", deal.value())
                .bind("number", call.number())
                .bind("day", call.part().day())
                .bind("grams", call.part().grams())
                .bind("at", call.at())
                .bind("by", by.value())
                .then();
    }

    /** In the order in which they were taken. */
    public Flux<PriceCall> findOf(DealId deal) {
        return database.sql(
                        "select number, day, grams, at from fulfilment.price_call where deal = :deal order by number")
                .bind("deal", deal.value())
                .map(PriceCallRepository::call)
                .all();
    }

    public Mono<Void> remindAt(DealId deal, Instant at) {
        return database.sql("update fulfilment.fulfilment set call_reminder_at = :at where deal = :deal")
                .bind("at", at)
                .bind("deal", deal.value())
                .then();
    }

    /** Whoever may call is told, or need not be; false where that was so already. */
    public Mono<Boolean> endReminder(DealId deal) {
        return database.sql("""
                        update fulfilment.fulfilment set call_reminder_at = null
                        where deal = :deal and call_reminder_at is not null
                        """)
                .bind("deal", deal.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Whose time to be reminded has come, the longest waiting first. */
    public Flux<DealId> findToRemind(Instant now, int limit) {
        return database.sql("""
                        select deal from fulfilment.fulfilment
                        where call_reminder_at <= :now
                        order by call_reminder_at
                        limit :limit
                        """)
                .bind("now", now)
                .bind("limit", limit)
                .map(row -> new DealId(required(row, "deal", UUID.class)))
                .all();
    }

    private static PriceCall call(Readable row) {
        return new PriceCall(
                required(row, "number", Integer.class),
                new PricingCall(required(row, "day", LocalDate.class), required(row, "grams", Long.class)),
                required(row, "at", Instant.class));
    }
}
