package io.xunshi.platform.interest.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.interest.domain.PriceDrop;
import io.xunshi.platform.interest.domain.SavedItem;
import io.xunshi.platform.interest.domain.Savers;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingView;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Saved items. Savers of a listing are locked in the order of their ids. */
@Repository
public class SavedItemRepository {
    private final DatabaseClient database;

    SavedItemRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Does nothing where it is saved already. */
    public Mono<Void> add(AccountId account, ListingView listing, Instant now) {
        return database.sql("""
                        insert into interest.saved_item
                            (account, listing_id, seller, category_code, price_then_fen, known_price_fen, known_version, saved_at)
                        values (:account, :listing, :seller, :category, :price, :price, :version, :now)
                        on conflict do nothing
                        """)
                .bind("account", account.value())
                .bind("listing", listing.id().value())
                .bind("seller", listing.seller().value())
                .bind("category", listing.categoryCode())
                .bind("price", listing.price().amount())
                .bind("version", listing.version())
                .bind("now", now)
                .then();
    }

    public Mono<Void> remove(AccountId account, ListingId listing) {
        return database.sql("delete from interest.saved_item where account = :account and listing_id = :listing")
                .bind("account", account.value())
                .bind("listing", listing.value())
                .then();
    }

    public Flux<UUID> listingsOf(AccountId account) {
        return database.sql(
                        "select listing_id from interest.saved_item where account = :account order by saved_at desc, listing_id desc")
                .bind("account", account.value())
                .map((row, metadata) -> required(row, "listing_id", UUID.class))
                .all();
    }

    public Mono<Long> count(AccountId account) {
        return database.sql("select count(*) as items from interest.saved_item where account = :account")
                .bind("account", account.value())
                .map((row, metadata) -> required(row, "items", Long.class))
                .one();
    }

    /** Last saved first. */
    public Flux<SavedItem> find(AccountId account, @Nullable Cursor after, int limit) {
        var from = Pages.from(after);
        return database.sql("""
                        select listing_id, price_then_fen, saved_at
                        from interest.saved_item
                        where account = :account and (saved_at, listing_id) < (:at, :id)
                        order by saved_at desc, listing_id desc
                        limit :limit
                        """)
                .bind("account", account.value())
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map((Readable row) -> new SavedItem(
                        new ListingId(required(row, "listing_id", UUID.class)),
                        required(row, "price_then_fen", Long.class),
                        required(row, "saved_at", Instant.class)))
                .all();
    }

    /** Of a seller's own listings those that anybody saved, with how many did. */
    public Flux<Savers> countSavers(AccountId seller, Collection<UUID> listings) {
        return database.sql("""
                        select listing_id, count(*) as savers
                        from interest.saved_item
                        where listing_id = any(:listings) and seller = :seller
                        group by listing_id
                        order by listing_id
                        """)
                .bind("listings", listings.toArray(UUID[]::new))
                .bind("seller", seller.value())
                .map((Readable row) -> new Savers(
                        new ListingId(required(row, "listing_id", UUID.class)), required(row, "savers", Long.class)))
                .all();
    }

    public Mono<Boolean> isSavedByAnybody(ListingId listing) {
        return database.sql("select exists (select from interest.saved_item where listing_id = :listing) as saved")
                .bind("listing", listing.value())
                .map((row, metadata) -> required(row, "saved", Boolean.class))
                .one();
    }

    /** Those to whom the listing's price is news; from now on they know it. */
    public Flux<PriceDrop> noteDrop(ListingView listing) {
        var price = listing.price().amount();
        return database.sql("""
                        with dropped as (
                            select account, known_price_fen
                            from interest.saved_item
                            where listing_id = :listing and known_version < :version and known_price_fen >= :newsFrom
                            order by account
                            for update)
                        update interest.saved_item
                        set known_price_fen = :price, known_version = :version
                        from dropped
                        where saved_item.listing_id = :listing and saved_item.account = dropped.account
                        returning saved_item.account, dropped.known_price_fen as from_fen
                        """)
                .bind("listing", listing.id().value())
                .bind("version", listing.version())
                .bind("newsFrom", PriceDrop.isNewsFrom(price))
                .bind("price", price)
                .map((Readable row) -> new PriceDrop(
                        new AccountId(required(row, "account", UUID.class)), required(row, "from_fen", Long.class)))
                .all();
    }

    /** Those to whom a version of the listing is news; from now on they know it. */
    public Flux<AccountId> noteVersion(ListingId listing, long version, AccountId except) {
        return database.sql("""
                        with told as (
                            select account
                            from interest.saved_item
                            where listing_id = :listing and known_version < :version and account <> :except
                            order by account
                            for update)
                        update interest.saved_item
                        set known_version = :version
                        from told
                        where saved_item.listing_id = :listing and saved_item.account = told.account
                        returning saved_item.account
                        """)
                .bind("listing", listing.value())
                .bind("version", version)
                .bind("except", except.value())
                .map(SavedItemRepository::account)
                .all();
    }

    /**
     * Those to whom it is news that the listing can be had again; from now on they know it, with its price.
     *
     * @param news the version that made it available; whoever saved that one or a later one has seen it so
     * @param since who was told the same after this moment hears nothing
     */
    public Flux<AccountId> noteAvailable(ListingView listing, long news, AccountId except, Instant since, Instant now) {
        return database.sql("""
                        with told as (
                            select account
                            from interest.saved_item
                            where listing_id = :listing and known_version < :news and account <> :except
                              and (available_told_at is null or available_told_at <= :since)
                            order by account
                            for update)
                        update interest.saved_item
                        set known_version = :version, known_price_fen = least(known_price_fen, :price), available_told_at = :now
                        from told
                        where saved_item.listing_id = :listing and saved_item.account = told.account
                        returning saved_item.account
                        """)
                .bind("listing", listing.id().value())
                .bind("news", news)
                .bind("version", listing.version())
                .bind("except", except.value())
                .bind("since", since)
                .bind("price", listing.price().amount())
                .bind("now", now)
                .map(SavedItemRepository::account)
                .all();
    }

    private static AccountId account(Readable row) {
        return new AccountId(required(row, "account", UUID.class));
    }
}
