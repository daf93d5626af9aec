package io.xunshi.platform.order.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.order.OrderId;
import io.xunshi.platform.order.Side;
import io.xunshi.platform.order.domain.Review;
import io.xunshi.platform.order.domain.TradeRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reviews, and what can be counted of a person's trades. */
@Repository
public class ReviewRepository {
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    private final DatabaseClient database;

    ReviewRepository(DatabaseClient database) {
        this.database = database;
    }

    /**
     * When the purchase was completed; empty where it is not. Two sides that review at the same moment wait for each
     * other here until the end of their transactions: the second one sees the first one's review.
     */
    public Mono<Instant> completionForReview(OrderId id) {
        return database.sql("""
                        select step.at
                        from orders.purchase
                        join orders.step on step.order_id = purchase.id and step.state = 'COMPLETED'
                        where purchase.id = :id and purchase.state = 'COMPLETED'
                        for update of purchase
                        """)
                .bind("id", id.value())
                .map((row, metadata) -> required(row, "at", Instant.class))
                .one();
    }

    public Mono<Instant> completionOf(OrderId id) {
        return database.sql("select at from orders.step where order_id = :id and state = 'COMPLETED'")
                .bind("id", id.value())
                .map((row, metadata) -> required(row, "at", Instant.class))
                .one();
    }

    /** Stores it, or puts it in the place of the author's last words; false where those are revealed already. */
    public Mono<Boolean> give(Review review) {
        return database.sql("""
                        insert into orders.review (order_id, author, about, side, rating, words, given_at, reveals_at)
                        values (:order, :author, :about, :side, :rating, :words, :at, :revealsAt)
                        on conflict (order_id, author) do update
                        set rating = excluded.rating, words = excluded.words, given_at = excluded.given_at
                        where review.reveals_at > excluded.given_at
                        """)
                .bind("order", review.order().value())
                .bind("author", review.author().value())
                .bind("about", review.about().value())
                .bind("side", review.side().name())
                .bind("rating", review.rating())
                .bind("words", review.words())
                .bind("at", review.givenAt())
                .bind("revealsAt", review.revealsAt())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Lets everybody read both reviews of a purchase from now on; does nothing while there is only one. */
    public Mono<Void> revealBoth(OrderId id, Instant now) {
        return database.sql("""
                        update orders.review
                        set reveals_at = :now
                        where order_id = :order
                          and (select count(*) from orders.review where order_id = :order) = 2
                        """).bind("now", now).bind("order", id.value()).then();
    }

    public Flux<Review> findOfOrder(OrderId id) {
        return database.sql("""
                        select order_id, author, about, side, rating, words, given_at, reveals_at
                        from orders.review
                        where order_id = :order
                        """)
                .bind("order", id.value())
                .map(ReviewRepository::review)
                .all();
    }

    /** What may be read about a person, last revealed first. */
    public Flux<TitledReview> findAbout(AccountId person, Instant now, @Nullable Cursor after, int limit) {
        var from = after == null ? NEWEST : after;
        return database.sql("""
                        select order_id, author, about, side, rating, words, given_at, reveals_at,
                               purchase.snapshot ->> 'title' as title
                        from orders.review
                        join orders.purchase on purchase.id = review.order_id
                        where about = :about and reveals_at <= :now and (reveals_at, order_id) < (:at, :id)
                        order by reveals_at desc, order_id desc
                        limit :limit
                        """)
                .bind("about", person.value())
                .bind("now", now)
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map((row, metadata) -> new TitledReview(review(row), required(row, "title", String.class)))
                .all();
    }

    /** Counts trades that were placed since the instant, and reviews revealed since it. */
    public Mono<TradeRecord> recordOf(AccountId person, Instant since, Instant now) {
        return database.sql("""
                        with sale as (
                            select purchase.state, paid.at as paid_at, completed.at as completed_at,
                                   (select count(*) from orders.step
                                    where step.order_id = purchase.id and cause = 'BUYER_OBJECTED') as objections,
                                   exists (select from orders.step
                                           where step.order_id = purchase.id
                                             and cause in ('SELLER_CANCELLED', 'NOT_HANDED_OVER_IN_TIME', 'NOT_SHIPPED_IN_TIME'))
                                       as broken
                            from orders.purchase
                            left join lateral (select min(at) as at from orders.step
                                               where step.order_id = purchase.id
                                                 and step.state in ('PAID', 'AWAITING_SHIPMENT')) paid on true
                            left join orders.step completed
                                   on completed.order_id = purchase.id and completed.state = 'COMPLETED'
                                     and completed.cause <> 'DISPUTE_ENDED'
                            where seller = :person and placed_at >= :since)
                        select count(*) filter (where state = 'COMPLETED') as sold,
                               (select count(*) from orders.purchase
                                where buyer = :person and state = 'COMPLETED' and placed_at >= :since) as bought,
                               count(paid_at) as promised,
                               count(*) filter (where paid_at is not null and broken) as broken,
                               coalesce(sum(objections), 0)::bigint as objections,
                               (select count(*) from orders.dispute
                                join orders.purchase on purchase.id = dispute.order_id
                                where dispute.opened_at >= :since
                                  and (buyer = :person and winner = 'BUYER' or seller = :person and winner = 'SELLER'))
                                   as disputes_won,
                               (select count(*) from orders.dispute
                                join orders.purchase on purchase.id = dispute.order_id
                                where dispute.opened_at >= :since
                                  and (buyer = :person and winner = 'SELLER' or seller = :person and winner = 'BUYER'))
                                   as disputes_lost,
                               (percentile_disc(0.5) within group
                                   (order by extract(epoch from completed_at - paid_at)::bigint)) as handover_seconds,
                               (select count(*) from orders.review
                                where about = :person and reveals_at between :since and :now) as reviews,
                               (select round(avg(rating) * 100)::integer from orders.review
                                where about = :person and reveals_at between :since and :now) as rating
                        from sale
                        """)
                .bind("person", person.value())
                .bind("since", since)
                .bind("now", now)
                .map(ReviewRepository::record)
                .one();
    }

    private static Review review(Readable row) {
        return new Review(
                new OrderId(required(row, "order_id", UUID.class)),
                new AccountId(required(row, "author", UUID.class)),
                new AccountId(required(row, "about", UUID.class)),
                Side.valueOf(required(row, "side", String.class)),
                required(row, "rating", Integer.class),
                required(row, "words", String.class),
                required(row, "given_at", Instant.class),
                required(row, "reveals_at", Instant.class));
    }

    private static TradeRecord record(Readable row) {
        return new TradeRecord(
                required(row, "sold", Long.class),
                required(row, "bought", Long.class),
                required(row, "promised", Long.class),
                required(row, "broken", Long.class),
                required(row, "objections", Long.class),
                required(row, "disputes_won", Long.class),
                required(row, "disputes_lost", Long.class),
                Optional.ofNullable(row.get("handover_seconds", Long.class))
                        .map(Duration::ofSeconds)
                        .orElse(null),
                required(row, "reviews", Long.class),
                row.get("rating", Integer.class));
    }

    /** @param title of what was bought, as it was promised */
    public record TitledReview(Review review, String title) {}
}
