package io.xunshi.platform.payment.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Sellers whose proceeds are held for others. */
@Repository
public class TrusteeRepository {
    private final DatabaseClient database;

    TrusteeRepository(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Void> add(AccountId seller, Instant since) {
        return database.sql(
                        "insert into payment.trustee (account, since) values (:account, :since) on conflict do nothing")
                .bind("account", seller.value())
                .bind("since", since)
                .then();
    }

    public Mono<Boolean> isTrustee(AccountId seller) {
        return database.sql("select exists (select from payment.trustee where account = :account) as trustee")
                .bind("account", seller.value())
                .map((row, metadata) -> required(row, "trustee", Boolean.class))
                .one();
    }
}
