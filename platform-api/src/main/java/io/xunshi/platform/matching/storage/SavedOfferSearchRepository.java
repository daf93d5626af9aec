package io.xunshi.platform.matching.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.exchange.OfferSide;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.matching.domain.SavedOfferSearch;
import io.xunshi.platform.search.OfferSearchFor;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Searches for lots and demands that people want to hear from. */
@Repository
public class SavedOfferSearchRepository {
    private static final String COLUMNS = "id, account, name, question::text as question, saved_at";

    private final DatabaseClient database;

    SavedOfferSearchRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Lets one person's requests wait for each other until the end of the transaction, so that no limit is passed. */
    public Mono<Void> lock(AccountId account) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended('matching ' || :account::text, 0))")
                .bind("account", account.value())
                .then();
    }

    public Mono<Long> count(AccountId account) {
        return database.sql("select count(*) as searches from matching.saved_search where account = :account")
                .bind("account", account.value())
                .map(row -> required(row, "searches", Long.class))
                .one();
    }

    public Mono<Void> add(SavedOfferSearch saved) {
        return database.sql("""
                        insert into matching.saved_search (id, account, side, name, question, saved_at)
                        values (:id, :account, :side, :name, :question::jsonb, :savedAt)
                        """)
                .bind("id", saved.id())
                .bind("account", saved.account().value())
                .bind("side", saved.search().side().name())
                .bind("name", saved.name())
                .bind("question", JsonMapper.shared().writeValueAsString(saved.search()))
                .bind("savedAt", saved.savedAt())
                .then();
    }

    /** Last saved first. */
    public Flux<SavedOfferSearch> find(AccountId account) {
        return database.sql("select " + COLUMNS + """
                         from matching.saved_search where account = :account order by saved_at desc, id desc
                        """)
                .bind("account", account.value())
                .map(SavedOfferSearchRepository::search)
                .all();
    }

    /** Those for one side, in the order of their ids. */
    public Flux<SavedOfferSearch> findFor(OfferSide side, UUID after, int limit) {
        return database.sql("select " + COLUMNS + """
                         from matching.saved_search where side = :side and id > :after order by id limit :limit
                        """)
                .bind("side", side.name())
                .bind("after", after)
                .bind("limit", limit)
                .map(SavedOfferSearchRepository::search)
                .all();
    }

    /** Whether there was one of that person's. */
    public Mono<Boolean> remove(AccountId account, UUID id) {
        return database.sql("delete from matching.saved_search where id = :id and account = :account")
                .bind("id", id)
                .bind("account", account.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private static SavedOfferSearch search(Readable row) {
        return new SavedOfferSearch(
                required(row, "id", UUID.class),
                new AccountId(required(row, "account", UUID.class)),
                required(row, "name", String.class),
                JsonMapper.shared().readValue(required(row, "question", String.class), OfferSearchFor.class),
                required(row, "saved_at", Instant.class));
    }
}
