package io.xunshi.platform.messaging.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.messaging.domain.ConversationId;
import io.xunshi.platform.messaging.domain.LapseCause;
import io.xunshi.platform.messaging.domain.PriceOffer;
import io.xunshi.platform.messaging.domain.PriceOffer.Turn;
import io.xunshi.platform.messaging.domain.PriceOfferId;
import io.xunshi.platform.messaging.domain.PriceOfferMove;
import io.xunshi.platform.messaging.domain.PriceOfferState;
import io.xunshi.platform.messaging.domain.Side;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Price offers. Whoever changes one takes the lock of its listing first, before any row; a move is one conditional
 * statement nevertheless, and whoever comes second moves nothing.
 */
@Repository
public class PriceOfferRepository {
    private static final String COLUMNS = """
            id, conversation_id, listing_id, buyer, seller, author, price_fen, state, cause, automatic, fingerprint, made_at,
            deadline, order_id""";
    private static final String SELECT = "select " + COLUMNS + " from messaging.price_offer ";

    private final DatabaseClient database;

    PriceOfferRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Serialises all bargaining over a listing until the transaction ends. */
    public Mono<Void> lock(ListingId listing) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended('messaging.offers ' || :listing, 0))")
                .bind("listing", listing.toString())
                .then();
    }

    /** False where the two have one that waits already. */
    public Mono<Boolean> add(PriceOffer offer) {
        return database.sql("""
                        insert into messaging.price_offer
                            (id, conversation_id, listing_id, buyer, seller, author, price_fen, state, fingerprint, made_at, deadline)
                        values (:id, :conversation, :listing, :buyer, :seller, :author, :price, :state, :fingerprint, :at, :deadline)
                        on conflict do nothing
                        """)
                .bind("id", offer.id().value())
                .bind("conversation", offer.conversation().value())
                .bind("listing", offer.listing().value())
                .bind("buyer", offer.buyer().value())
                .bind("seller", offer.seller().value())
                .bind("author", offer.author().name())
                .bind("price", offer.price().amount())
                .bind("state", offer.state().name())
                .bind("fingerprint", offer.fingerprint())
                .bind("at", offer.madeAt())
                .bind("deadline", offer.deadline())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** As it is after the move; empty where it is in no state that the move begins in. */
    public Mono<PriceOffer> move(PriceOfferId id, PriceOfferMove move) {
        return move(id, new Turn(move, null));
    }

    public Mono<PriceOffer> move(PriceOfferId id, Turn turn) {
        var cause = turn.cause();
        return moved(
                database.sql("""
                                update messaging.price_offer
                                set state = :to, cause = :cause
                                where id = :id and state = any(:from)
                                returning\s""" + COLUMNS)
                        .bind("cause", Parameters.in(R2dbcType.VARCHAR, cause == null ? null : cause.name())),
                id,
                turn.move());
    }

    /** @param isAutomatic whether the seller's bounds did it */
    public Mono<PriceOffer> accept(PriceOfferId id, UUID orderId, boolean isAutomatic) {
        return moved(
                database.sql("""
                                update messaging.price_offer
                                set state = :to, order_id = :order, automatic = :automatic
                                where id = :id and state = any(:from)
                                returning\s""" + COLUMNS).bind("order", orderId).bind("automatic", isAutomatic),
                id,
                PriceOfferMove.ACCEPT);
    }

    /** @param isAutomatic whether the seller's bounds did it */
    public Mono<PriceOffer> decline(PriceOfferId id, boolean isAutomatic) {
        return moved(database.sql("""
                                update messaging.price_offer
                                set state = :to, automatic = :automatic
                                where id = :id and state = any(:from)
                                returning\s""" + COLUMNS).bind("automatic", isAutomatic), id, PriceOfferMove.DECLINE);
    }

    public Mono<PriceOffer> find(PriceOfferId id) {
        return database.sql(SELECT + "where id = :id")
                .bind("id", id.value())
                .map(PriceOfferRepository::offer)
                .one();
    }

    /** The one that led to an order; empty for an order that nobody bargained for. */
    public Mono<PriceOffer> findOfOrder(UUID orderId) {
        return database.sql(SELECT + "where order_id = :order")
                .bind("order", orderId)
                .map(PriceOfferRepository::offer)
                .one();
    }

    /** Newest first. */
    public Flux<PriceOffer> findOfConversation(ConversationId id, int limit) {
        return database.sql(SELECT + "where conversation_id = :id order by made_at desc, id desc limit :limit")
                .bind("id", id.value())
                .bind("limit", limit)
                .map(PriceOfferRepository::offer)
                .all();
    }

    public Flux<PriceOffer> findUnanswered(ListingId listing) {
        return database.sql(SELECT + "where listing_id = :listing and state in ('OPEN', 'SUSPENDED') order by id")
                .bind("listing", listing.value())
                .map(PriceOfferRepository::offer)
                .all();
    }

    /** Whether one between the two is unanswered. */
    public Mono<Boolean> isOneWaiting(ConversationId id) {
        return database.sql("""
                        select exists (
                            select from messaging.price_offer
                            where conversation_id = :id and state in ('OPEN', 'SUSPENDED')) as waits
                        """)
                .bind("id", id.value())
                .map((row, metadata) -> required(row, "waits", Boolean.class))
                .one();
    }

    /** Those of a listing between two people, whichever of them sells. */
    public Flux<PriceOffer> findUnanswered(ListingId listing, AccountId one, AccountId other) {
        return findUnanswered(listing).filter(offer -> offer.concerns(one) && offer.concerns(other));
    }

    /** In the order in which their locks are to be taken. */
    public Flux<ListingId> findListingsBetween(AccountId one, AccountId other) {
        return database.sql("""
                        select listing_id
                        from messaging.conversation
                        where (buyer = :one and seller = :other) or (buyer = :other and seller = :one)
                        order by listing_id
                        """)
                .bind("one", one.value())
                .bind("other", other.value())
                .map(row -> new ListingId(required(row, "listing_id", UUID.class)))
                .all();
    }

    public Flux<PriceOffer> findDue(Instant now, int limit) {
        return database.sql(SELECT + """
                        where deadline <= :now and state in ('OPEN', 'SUSPENDED')
                        order by deadline
                        limit :limit
                        """)
                .bind("now", now)
                .bind("limit", limit)
                .map(PriceOfferRepository::offer)
                .all();
    }

    /** Prices that one side has named in a conversation. */
    public Mono<Long> countMade(ConversationId id, Side author) {
        return database.sql("""
                        select count(*) as made
                        from messaging.price_offer
                        where conversation_id = :id and author = :author
                        """)
                .bind("id", id.value())
                .bind("author", author.name())
                .map((row, metadata) -> required(row, "made", Long.class))
                .one();
    }

    /** How often somebody agreed on a price and did not pay it. */
    public Mono<Long> countUnpaid(AccountId buyer, Instant since) {
        return database.sql("""
                        select count(*) as unpaid
                        from messaging.price_offer
                        where buyer = :buyer and state = 'UNPAID' and made_at > :since
                        """)
                .bind("buyer", buyer.value())
                .bind("since", since)
                .map((row, metadata) -> required(row, "unpaid", Long.class))
                .one();
    }

    private static Mono<PriceOffer> moved(GenericExecuteSpec update, PriceOfferId id, PriceOfferMove move) {
        return update.bind("id", id.value())
                .bind("to", move.to().name())
                .bind(
                        "from",
                        move.from().stream().map(PriceOfferState::name).sorted().toArray(String[]::new))
                .map(PriceOfferRepository::offer)
                .one();
    }

    private static PriceOffer offer(Readable row) {
        return new PriceOffer(
                new PriceOfferId(required(row, "id", UUID.class)),
                new ConversationId(required(row, "conversation_id", UUID.class)),
                new ListingId(required(row, "listing_id", UUID.class)),
                new AccountId(required(row, "buyer", UUID.class)),
                new AccountId(required(row, "seller", UUID.class)),
                Side.valueOf(required(row, "author", String.class)),
                Money.fen(required(row, "price_fen", Long.class)),
                PriceOfferState.valueOf(required(row, "state", String.class)),
                causeOf(row),
                required(row, "automatic", Boolean.class),
                required(row, "fingerprint", String.class),
                required(row, "made_at", Instant.class),
                required(row, "deadline", Instant.class),
                row.get("order_id", UUID.class));
    }

    private static @Nullable LapseCause causeOf(Readable row) {
        var cause = row.get("cause", String.class);
        return cause == null ? null : LapseCause.valueOf(cause);
    }
}
