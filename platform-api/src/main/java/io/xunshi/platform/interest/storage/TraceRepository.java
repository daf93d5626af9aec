package io.xunshi.platform.interest.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.interest.domain.Interests.Traces;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a home feed is made of: the kinds of goods that somebody bought, saved and looked at, and their district. */
@Repository
public class TraceRepository {
    private final DatabaseClient database;

    TraceRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Unless the person does not want to be traced. */
    public Mono<Void> addPurchase(AccountId account, UUID order, String category, Instant at) {
        return database.sql("""
                        insert into interest.purchase (account, order_id, category_code, bought_at)
                        select :account, :order, :category, :at
                        where not exists (select from interest.untraced where account = :account)
                        on conflict do nothing
                        """)
                .bind("account", account.value())
                .bind("order", order)
                .bind("category", category)
                .bind("at", at)
                .then();
    }

    /** By kinds of goods, those of purchases only since a moment. */
    public Flux<Traces> find(AccountId account, Instant boughtSince) {
        return database.sql("""
                        select category_code, sum(bought) as bought, sum(saved) as saved, sum(seen) as seen
                        from (
                            select category_code, 1 as bought, 0 as saved, 0 as seen
                            from interest.purchase where account = :account and bought_at >= :since
                            union all
                            select category_code, 0, 1, 0 from interest.saved_item where account = :account
                            union all
                            select category_code, 0, 0, 1 from interest.seen_item where account = :account) as trace
                        group by category_code
                        """)
                .bind("account", account.value())
                .bind("since", boughtSince)
                .map((Readable row) -> new Traces(
                        required(row, "category_code", String.class),
                        required(row, "bought", Long.class),
                        required(row, "saved", Long.class),
                        required(row, "seen", Long.class)))
                .all();
    }

    /** Empty where none is chosen. */
    public Mono<String> homeDistrict(AccountId account) {
        return database.sql("select district_code from interest.home_district where account = :account")
                .bind("account", account.value())
                .map((row, metadata) -> required(row, "district_code", String.class))
                .one();
    }

    /** @param district null for none */
    public Mono<Void> choose(AccountId account, @Nullable String district) {
        return database.sql("""
                        with gone as (
                            delete from interest.home_district where account = :account and :district::text is null)
                        insert into interest.home_district (account, district_code)
                        select :account, :district where :district::text is not null
                        on conflict (account) do update set district_code = excluded.district_code
                        """)
                .bind("account", account.value())
                .bind("district", Parameters.in(R2dbcType.VARCHAR, district))
                .then();
    }
}
