package io.xunshi.platform.messaging.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.messaging.domain.DecidedBounds;
import io.xunshi.platform.messaging.domain.OfferBounds;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What sellers have decided beforehand. */
@Repository
public class OfferBoundsRepository {
    private final DatabaseClient database;

    OfferBoundsRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Version 0 of what holds for everybody, where nothing was decided. */
    public Mono<DecidedBounds> find(ListingId listing) {
        return database.sql("""
                        select takes_offers, auto_accept_fen, auto_decline_fen, version
                        from messaging.offer_bounds
                        where listing_id = :listing
                        """)
                .bind("listing", listing.value())
                .map(OfferBoundsRepository::decided)
                .one()
                .defaultIfEmpty(DecidedBounds.NONE);
    }

    /** Empty where the version is not the newest any more. */
    public Mono<DecidedBounds> save(ListingId listing, OfferBounds bounds, long version) {
        return database.sql("""
                        insert into messaging.offer_bounds as old
                            (listing_id, takes_offers, auto_accept_fen, auto_decline_fen, version)
                        select :listing, :takes, :accept, :decline, 1
                        where :version = 0 or exists (select from messaging.offer_bounds where listing_id = :listing)
                        on conflict (listing_id) do update
                        set takes_offers = :takes, auto_accept_fen = :accept, auto_decline_fen = :decline,
                            version = old.version + 1
                        where old.version = :version
                        returning takes_offers, auto_accept_fen, auto_decline_fen, version
                        """)
                .bind("listing", listing.value())
                .bind("takes", bounds.takesOffers())
                .bind("accept", Parameters.in(R2dbcType.BIGINT, fenOf(bounds.autoAccept())))
                .bind("decline", Parameters.in(R2dbcType.BIGINT, fenOf(bounds.autoDecline())))
                .bind("version", version)
                .map(OfferBoundsRepository::decided)
                .one();
    }

    private static DecidedBounds decided(Readable row) {
        return new DecidedBounds(
                new OfferBounds(
                        required(row, "takes_offers", Boolean.class),
                        money(row.get("auto_accept_fen", Long.class)),
                        money(row.get("auto_decline_fen", Long.class))),
                required(row, "version", Long.class));
    }

    private static @Nullable Money money(@Nullable Long fen) {
        return fen == null ? null : Money.fen(fen);
    }

    private static @Nullable Long fenOf(@Nullable Money money) {
        return money == null ? null : money.amount();
    }
}
