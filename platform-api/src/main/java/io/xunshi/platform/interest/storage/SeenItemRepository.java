package io.xunshi.platform.interest.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingView;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What people looked at, the last of it. */
@Repository
public class SeenItemRepository {
    private final DatabaseClient database;

    SeenItemRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Puts it in front, and forgets what is beyond so many; nothing where the person does not want to be traced. */
    public Mono<Void> add(AccountId account, ListingView listing, Instant now, int kept) {
        return database.sql("""
                        insert into interest.seen_item (account, listing_id, category_code, seen_at)
                        select :account, :listing, :category, :now
                        where not exists (select from interest.untraced where account = :account)
                        on conflict (account, listing_id) do update
                        set seen_at = excluded.seen_at, category_code = excluded.category_code
                        """)
                .bind("account", account.value())
                .bind("listing", listing.id().value())
                .bind("category", listing.categoryCode())
                .bind("now", now)
                .then()
                .then(forgetBeyond(account, kept));
    }

    /** Last seen first. */
    public Flux<ListingId> find(AccountId account) {
        return database.sql("""
                        select listing_id from interest.seen_item
                        where account = :account
                        order by seen_at desc, listing_id desc
                        """)
                .bind("account", account.value())
                .map((row, metadata) -> new ListingId(required(row, "listing_id", UUID.class)))
                .all();
    }

    public Mono<Void> clear(AccountId account) {
        return database.sql("delete from interest.seen_item where account = :account")
                .bind("account", account.value())
                .then();
    }

    private Mono<Void> forgetBeyond(AccountId account, int kept) {
        return database.sql("""
                        delete from interest.seen_item
                        where account = :account and listing_id in (
                            select listing_id from interest.seen_item
                            where account = :account
                            order by seen_at desc, listing_id desc
                            offset :kept)
                        """)
                .bind("account", account.value())
                .bind("kept", kept)
                .then();
    }
}
