package io.xunshi.platform.interest.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.ListingId;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who follows whom, and of which listings followers were told. */
@Repository
public class FollowRepository {
    private final DatabaseClient database;

    FollowRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Does nothing the second time. */
    public Mono<Void> add(AccountId account, AccountId seller, Instant now) {
        return database.sql("""
                        insert into interest.follow (account, seller, since)
                        values (:account, :seller, :now)
                        on conflict do nothing
                        """)
                .bind("account", account.value())
                .bind("seller", seller.value())
                .bind("now", now)
                .then();
    }

    public Mono<Void> remove(AccountId account, AccountId seller) {
        return database.sql("delete from interest.follow where account = :account and seller = :seller")
                .bind("account", account.value())
                .bind("seller", seller.value())
                .then();
    }

    /** Those whom a person follows, last followed first. */
    public Flux<AccountId> sellersOf(AccountId account) {
        return database.sql(
                        "select seller from interest.follow where account = :account order by since desc, seller desc")
                .bind("account", account.value())
                .map((row, metadata) -> new AccountId(required(row, "seller", UUID.class)))
                .all();
    }

    public Flux<AccountId> followersOf(AccountId seller) {
        return database.sql("select account from interest.follow where seller = :seller order by account")
                .bind("seller", seller.value())
                .map((row, metadata) -> new AccountId(required(row, "account", UUID.class)))
                .all();
    }

    /** True the first time for each listing whose seller somebody follows. */
    public Mono<Boolean> noteTold(ListingId listing, AccountId seller) {
        return database.sql("""
                        insert into interest.told_listing (listing_id)
                        select :listing
                        where exists (select from interest.follow where seller = :seller)
                        on conflict do nothing
                        """)
                .bind("listing", listing.value())
                .bind("seller", seller.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}
