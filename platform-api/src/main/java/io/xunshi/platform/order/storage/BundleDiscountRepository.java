package io.xunshi.platform.order.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.order.domain.BundleDiscount;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What sellers take off for who buys several things at once. */
@Repository
public class BundleDiscountRepository {
    private final DatabaseClient database;

    BundleDiscountRepository(DatabaseClient database) {
        this.database = database;
    }

    public Mono<BundleDiscount> find(AccountId seller) {
        return database.sql("select from_two, from_three, from_five from orders.bundle_discount where seller = :seller")
                .bind("seller", seller.value())
                .map((row, metadata) -> new BundleDiscount(
                        required(row, "from_two", Integer.class),
                        required(row, "from_three", Integer.class),
                        required(row, "from_five", Integer.class)))
                .one()
                .defaultIfEmpty(BundleDiscount.NONE);
    }

    public Mono<Void> put(AccountId seller, BundleDiscount discount, Instant at) {
        return database.sql("""
                        insert into orders.bundle_discount (seller, from_two, from_three, from_five, changed_at)
                        values (:seller, :two, :three, :five, :at)
                        on conflict (seller) do update
                        set from_two = :two, from_three = :three, from_five = :five, changed_at = :at
                        """)
                .bind("seller", seller.value())
                .bind("two", discount.fromTwo())
                .bind("three", discount.fromThree())
                .bind("five", discount.fromFive())
                .bind("at", at)
                .then();
    }

    public Mono<Void> remove(AccountId seller) {
        return database.sql("delete from orders.bundle_discount where seller = :seller")
                .bind("seller", seller.value())
                .then();
    }
}
