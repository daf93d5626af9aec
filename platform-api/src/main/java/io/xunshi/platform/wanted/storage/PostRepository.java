package io.xunshi.platform.wanted.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.wanted.domain.PostState;
import io.xunshi.platform.wanted.domain.WantedPost;
import io.xunshi.platform.wanted.domain.WantedPost.Refused;
import io.xunshi.platform.wanted.domain.Wish;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Wanted posts. Every step is one conditional statement. */
@Repository
public class PostRepository {
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));
    private static final Cursor OLDEST = new Cursor(Instant.EPOCH, new UUID(0, 0));

    /** Every word must be in it; the posts that are open at a time are few enough to be looked through. */
    private static final String OPEN = """
            state = 'OPEN'
            and (cardinality(:categories) = 0 or category = any(:categories))
            and (:district::text is null or district is null or district = :district)
            and (:price::bigint is null or max_price_fen is null or max_price_fen >= :price)
            and (:except::uuid is null or account <> :except::uuid)
            and not exists (
                select from unnest(:patterns) as pattern
                where words not ilike pattern and description not ilike pattern)
            """;

    private final DatabaseClient database;

    PostRepository(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Until the end of the caller's transaction: one person's requests that count before they add wait for each other.
     */
    public Mono<Void> lock(AccountId account) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended('wanted ' || :account::text, 0))")
                .bind("account", account.value())
                .then();
    }

    /** Those that have not ended. */
    public Mono<Long> countWaiting(AccountId account) {
        return database.sql("""
                        select count(*) as posts
                        from wanted.post
                        where account = :account and state in ('IN_REVIEW', 'REFUSED', 'OPEN')
                        """)
                .bind("account", account.value())
                .map(row -> required(row, "posts", Long.class))
                .one();
    }

    /** @param remindAt null where its end is too near to be announced */
    public Mono<Void> add(WantedPost post, @Nullable Instant remindAt) {
        var statement = database.sql("""
                        insert into wanted.post
                            (id, account, state, words, description, category, answers, max_price_fen, least_condition,
                             district, within_km, last_day, rules, version, posted_at, ends_at, remind_at)
                        values (:id, :account, :state, :words, :description, :category, :answers::jsonb, :maxPrice, :condition,
                                :district, :withinKm, :lastDay, :rules, :version, :postedAt, :endsAt, :remindAt)
                        """)
                .bind("id", post.id())
                .bind("account", post.account().value())
                .bind("state", post.state().name())
                .bind("rules", post.rules().toArray(String[]::new))
                .bind("version", post.version())
                .bind("postedAt", post.postedAt())
                .bind("endsAt", post.endsAt())
                .bind("remindAt", timestamp(remindAt));
        return PostRows.bind(statement, post.wish()).then();
    }

    /** As said anew; empty where it is of another version, or has ended. */
    public Mono<WantedPost> edit(
            UUID id,
            long version,
            PostState state,
            Wish wish,
            List<String> rules,
            Instant endsAt,
            @Nullable Instant remindAt) {
        var statement = database.sql("""
                        update wanted.post
                        set state = :state, words = :words, description = :description, category = :category,
                            answers = :answers::jsonb, max_price_fen = :maxPrice, least_condition = :condition,
                            district = :district, within_km = :withinKm, last_day = :lastDay, rules = :rules,
                            moderator = null, refusal = null, remark = null, ends_at = :endsAt, remind_at = :remindAt,
                            version = version + 1
                        where id = :id and version = :version and state in ('IN_REVIEW', 'REFUSED', 'OPEN')
                        returning\s""" + PostRows.COLUMNS)
                .bind("id", id)
                .bind("version", version)
                .bind("state", state.name())
                .bind("rules", rules.toArray(String[]::new))
                .bind("endsAt", endsAt)
                .bind("remindAt", timestamp(remindAt));
        return PostRows.bind(statement, wish).map(PostRows::post).one();
    }

    public Mono<WantedPost> find(UUID id) {
        return database.sql("select " + PostRows.COLUMNS + " from wanted.post where id = :id")
                .bind("id", id)
                .map(PostRows::post)
                .one();
    }

    public Flux<WantedPost> findOwn(AccountId account, @Nullable Cursor after, int limit) {
        var from = after == null ? NEWEST : after;
        return database.sql("select " + PostRows.COLUMNS + """
                         from wanted.post
                        where account = :account and (posted_at, id) < (:at, :id)
                        order by posted_at desc, id desc
                        limit :limit
                        """)
                .bind("account", account.value())
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map(PostRows::post)
                .all();
    }

    /** Open ones, newest first. */
    public Flux<WantedPost> findOpen(PostFilter filter, @Nullable Cursor after, int limit) {
        var from = after == null ? NEWEST : after;
        return bind(database.sql("select " + PostRows.COLUMNS + " from wanted.post where " + OPEN + """
                         and (posted_at, id) < (:at, :id)
                        order by posted_at desc, id desc
                        limit :limit
                        """), filter)
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map(PostRows::post)
                .all();
    }

    public Mono<Long> countOpen(PostFilter filter) {
        return bind(database.sql("select count(*) as posts from wanted.post where " + OPEN), filter)
                .map(row -> required(row, "posts", Long.class))
                .one();
    }

    /** Ends it as its owner says; empty where it has ended. */
    public Mono<WantedPost> end(UUID id, PostState as, Instant now) {
        return database.sql("""
                        update wanted.post
                        set state = :state, refusal = null, ended_at = :now, version = version + 1
                        where id = :id and state in ('IN_REVIEW', 'REFUSED', 'OPEN')
                        returning\s""" + PostRows.COLUMNS)
                .bind("state", as.name())
                .bind("now", now)
                .bind("id", id)
                .map(PostRows::post)
                .one();
    }

    public Flux<WantedPost> findDue(Instant now, int limit) {
        return database.sql("select " + PostRows.COLUMNS + """
                         from wanted.post
                        where state in ('IN_REVIEW', 'OPEN') and ends_at <= :now
                           or state = 'OPEN' and remind_at <= :now
                        order by ends_at
                        limit :limit
                        """)
                .bind("now", now)
                .bind("limit", limit)
                .map(PostRows::post)
                .all();
    }

    /** Of any number of callers one succeeds; the others get nothing. */
    public Mono<WantedPost> expire(UUID id, Instant now) {
        return database.sql("""
                        update wanted.post
                        set state = 'EXPIRED', ended_at = :now, version = version + 1
                        where id = :id and state in ('IN_REVIEW', 'OPEN') and ends_at <= :now
                        returning\s""" + PostRows.COLUMNS)
                .bind("now", now)
                .bind("id", id)
                .map(PostRows::post)
                .one();
    }

    /** Of any number of callers one may remind; the others get nothing. */
    public Mono<WantedPost> claimReminder(UUID id, Instant now) {
        return database.sql("""
                        update wanted.post
                        set remind_at = null
                        where id = :id and state = 'OPEN' and remind_at <= :now and ends_at > :now
                        returning\s""" + PostRows.COLUMNS)
                .bind("now", now)
                .bind("id", id)
                .map(PostRows::post)
                .one();
    }

    /** What waits for this moderator, the longest first. */
    public Flux<WantedPost> findInReviewFor(AccountId moderator, @Nullable Cursor after, int limit) {
        var from = after == null ? OLDEST : after;
        return database.sql("select " + PostRows.COLUMNS + """
                         from wanted.post
                        where state = 'IN_REVIEW' and account <> :moderator and (posted_at, id) > (:at, :id)
                        order by posted_at, id
                        limit :limit
                        """)
                .bind("moderator", moderator.value())
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map(PostRows::post)
                .all();
    }

    /**
     * As decided, by this moderator; empty where it does not wait for them.
     *
     * @param refused null to let it through
     */
    public Mono<WantedPost> decide(UUID id, AccountId moderator, @Nullable Refused refused) {
        return database.sql("""
                        update wanted.post
                        set state = case when :refusal::text is null then 'OPEN' else 'REFUSED' end,
                            moderator = :moderator, refusal = :refusal, remark = :remark, version = version + 1
                        where id = :id and state = 'IN_REVIEW' and account <> :moderator
                        returning\s""" + PostRows.COLUMNS)
                .bind("moderator", moderator.value())
                .bind(
                        "refusal",
                        Parameters.in(
                                R2dbcType.VARCHAR,
                                refused == null ? null : refused.reason().name()))
                .bind("remark", Parameters.in(R2dbcType.VARCHAR, refused == null ? null : refused.remark()))
                .bind("id", id)
                .map(PostRows::post)
                .one();
    }

    private static GenericExecuteSpec bind(GenericExecuteSpec statement, PostFilter filter) {
        var except = filter.except();
        return statement
                .bind("categories", filter.categories().toArray(String[]::new))
                .bind("district", Parameters.in(R2dbcType.VARCHAR, filter.district()))
                .bind("price", Parameters.in(R2dbcType.BIGINT, filter.priceFen()))
                .bind("except", Parameters.in(R2dbcType.VARCHAR, except == null ? null : except.toString()))
                .bind("patterns", filter.patterns());
    }

    private static Parameter timestamp(@Nullable Instant at) {
        return Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, at);
    }
}
