package io.xunshi.platform.purpose.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.PersonalText;
import io.xunshi.platform.identity.Role;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.purpose.Sight;
import io.xunshi.platform.purpose.domain.Look;
import io.xunshi.platform.purpose.domain.Look.Review;
import io.xunshi.platform.purpose.domain.Look.Verdict;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks and their reviews: rows are added, none is ever changed. */
@Repository
public class OfficerLookRepository {
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));
    private static final String SELECT = "select " + PurposeRepository.COLUMNS + """
            , look.id, look.sight, look.thing, look.person, look.at,
            review.reviewer, review.verdict, review.words_cipher, review.at as reviewed_at
            from purpose.look
            join purpose.declaration on declaration.id = look.declaration
            left join purpose.review on review.look = look.id
            where declaration.role = any(:roles) and look.officer <> :reader and look.person is distinct from :reader
              and not exists (
                select from purpose.look as own
                where own.person = :reader and own.declaration = look.declaration and own.thing = look.thing)
            """;

    private final DatabaseClient database;
    private final PersonalText texts;
    private final PurposeRepository purposes;

    OfficerLookRepository(DatabaseClient database, PersonalText texts, PurposeRepository purposes) {
        this.database = database;
        this.texts = texts;
        this.purposes = purposes;
    }

    public Mono<Void> add(Look look) {
        return database.sql("""
                        insert into purpose.look (id, declaration, officer, sight, thing, person, at)
                        values (:id, :declaration, :officer, :sight, :thing, :person, :at)
                        """)
                .bind("id", look.id())
                .bind("declaration", look.purpose().id())
                .bind("officer", look.purpose().officer().value())
                .bind("sight", look.sight().name())
                .bind("thing", id(look.thing()))
                .bind("person", id(look.person() == null ? null : look.person().value()))
                .bind("at", look.at())
                .then();
    }

    /** False where somebody was faster. */
    public Mono<Boolean> add(UUID look, Review review) {
        return database.sql("""
                        insert into purpose.review (look, reviewer, verdict, words_cipher, at)
                        values (:look, :reviewer, :verdict, :words, :at)
                        on conflict (look) do nothing
                        """)
                .bind("look", look)
                .bind("reviewer", review.reviewer().value())
                .bind("verdict", review.verdict().name())
                .bind("words", texts.encrypt(review.words()))
                .bind("at", review.at())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Those that the reader may review, or somebody has; newest first. */
    public Flux<Look> findFor(SignedIn reader, boolean onlyUnreviewed, @Nullable Cursor after, int limit) {
        var before = after == null ? NEWEST : after;
        return as(
                        reader,
                        SELECT
                                + (onlyUnreviewed ? "and review.look is null " : "")
                                + "and (look.at, look.id) < (:at, :id) order by look.at desc, look.id desc limit :limit")
                .bind("at", before.at())
                .bind("id", before.id())
                .bind("limit", limit)
                .map(this::look)
                .all();
    }

    /** Empty where there is none that the reader may review, or somebody has. */
    public Mono<Look> findFor(SignedIn reader, UUID id) {
        return as(reader, SELECT + "and look.id = :id")
                .bind("id", id)
                .map(this::look)
                .one();
    }

    private GenericExecuteSpec as(SignedIn reader, String sql) {
        return database.sql(sql)
                .bind("roles", reader.roles().stream().map(Role::name).toArray(String[]::new))
                .bind("reader", reader.id().value());
    }

    private Look look(Readable row) {
        var person = row.get("person", UUID.class);
        return new Look(
                required(row, "id", UUID.class),
                purposes.purpose(row),
                Sight.valueOf(required(row, "sight", String.class)),
                row.get("thing", UUID.class),
                person == null ? null : new AccountId(person),
                required(row, "at", Instant.class),
                review(row));
    }

    private @Nullable Review review(Readable row) {
        var reviewer = row.get("reviewer", UUID.class);
        if (reviewer == null) {
            return null;
        }
        return new Review(
                new AccountId(reviewer),
                Verdict.valueOf(required(row, "verdict", String.class)),
                texts.decrypt(required(row, "words_cipher", byte[].class)),
                required(row, "reviewed_at", Instant.class));
    }

    private static Parameter id(@Nullable UUID id) {
        return Parameters.in(PostgresqlObjectId.UUID, id);
    }
}
