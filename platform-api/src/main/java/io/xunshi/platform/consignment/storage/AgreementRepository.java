package io.xunshi.platform.consignment.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.consignment.PointId;
import io.xunshi.platform.consignment.domain.Agreement;
import io.xunshi.platform.consignment.domain.Agreement.Consignor;
import io.xunshi.platform.consignment.domain.EndChoice;
import io.xunshi.platform.consignment.domain.Markdown;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.PersonalText;
import io.xunshi.platform.kernel.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Agreements; the names of consignors without an account stand encrypted. */
@Repository
public class AgreementRepository {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Markdown>> MARKDOWNS = new TypeReference<>() {};
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));
    private static final String COLUMNS = """
            select id, code, point_id, consignor, name_cipher, scheme_version, markdowns, end_choice, taken_in_by, signed_at,
                   term_ends_at
            from consignment.agreement
            """;

    private final DatabaseClient database;
    private final PersonalText personalText;

    AgreementRepository(DatabaseClient database, PersonalText personalText) {
        this.database = database;
        this.personalText = personalText;
    }

    public Mono<Void> add(Agreement agreement) {
        var insert = database.sql("""
                        insert into consignment.agreement
                            (id, code, point_id, scheme_version, consignor, name_cipher, markdowns, end_choice, taken_in_by,
                             signed_at, term_ends_at)
                        values (:id, :code, :point, :scheme, :consignor, :name, :markdowns, :choice, :by, :at, :ends)
                        """)
                .bind("id", agreement.id())
                .bind("code", agreement.code())
                .bind("point", agreement.point().value())
                .bind("scheme", agreement.schemeVersion())
                .bind("markdowns", Json.of(JSON.writeValueAsString(agreement.markdowns())))
                .bind("choice", agreement.endChoice().name())
                .bind("by", agreement.takenInBy().value())
                .bind("at", agreement.signedAt())
                .bind("ends", agreement.termEndsAt());
        return bindConsignor(insert, agreement.consignor()).then();
    }

    public Mono<Agreement> find(UUID id) {
        return database.sql(COLUMNS + "where id = :id")
                .bind("id", id)
                .map(this::agreement)
                .one();
    }

    /** Empty for another point's as for none. */
    public Mono<Agreement> findAt(PointId point, UUID id) {
        return database.sql(COLUMNS + "where id = :id and point_id = :point")
                .bind("id", id)
                .bind("point", point.value())
                .map(this::agreement)
                .one();
    }

    /** Empty for somebody else's as for none. */
    public Mono<Agreement> findOf(AccountId consignor, UUID id) {
        return database.sql(COLUMNS + "where id = :id and consignor = :consignor")
                .bind("id", id)
                .bind("consignor", consignor.value())
                .map(this::agreement)
                .one();
    }

    public Mono<Agreement> findByCode(String code) {
        return database.sql(COLUMNS + "where code = :code")
                .bind("code", code)
                .map(this::agreement)
                .one();
    }

    /** Newest first. */
    public Flux<Agreement> findOfPoint(PointId point, @Nullable Cursor after, int limit) {
        return page("point_id", point.value(), after, limit);
    }

    /** Newest first. */
    public Flux<Agreement> findOfConsignor(AccountId consignor, @Nullable Cursor after, int limit) {
        return page("consignor", consignor.value(), after, limit);
    }

    private Flux<Agreement> page(String column, UUID owner, @Nullable Cursor after, int limit) {
        var from = after == null ? NEWEST : after;
        return database.sql(COLUMNS + "where " + column + """
                         = :owner and (signed_at, id) < (:at, :id)
                        order by signed_at desc, id desc
                        limit :limit
                        """)
                .bind("owner", owner)
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map(this::agreement)
                .all();
    }

    private GenericExecuteSpec bindConsignor(GenericExecuteSpec statement, Consignor consignor) {
        return switch (consignor) {
            case Consignor.Known known ->
                statement.bind("consignor", known.account().value()).bindNull("name", byte[].class);
            case Consignor.OnPaper onPaper ->
                statement.bindNull("consignor", UUID.class).bind("name", personalText.encrypt(onPaper.name()));
        };
    }

    private Agreement agreement(Readable row) {
        return new Agreement(
                required(row, "id", UUID.class),
                required(row, "code", String.class),
                new PointId(required(row, "point_id", UUID.class)),
                consignor(row),
                required(row, "scheme_version", Integer.class),
                JSON.readValue(required(row, "markdowns", String.class), MARKDOWNS),
                EndChoice.valueOf(required(row, "end_choice", String.class)),
                new AccountId(required(row, "taken_in_by", UUID.class)),
                required(row, "signed_at", Instant.class),
                required(row, "term_ends_at", Instant.class));
    }

    private Consignor consignor(Readable row) {
        var account = row.get("consignor", UUID.class);
        return account == null
                ? new Consignor.OnPaper(personalText.decrypt(required(row, "name_cipher", byte[].class)))
                : new Consignor.Known(new AccountId(account));
    }
}
