package io.xunshi.platform.consignment.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.consignment.PointId;
import io.xunshi.platform.consignment.domain.Settlement;
import io.xunshi.platform.consignment.domain.Settlement.Line;
import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Statements; they are added and read, never changed. */
@Repository
public class SettlementRepository {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Line>> LINES = new TypeReference<>() {};
    private static final String SELECT = """
            select settlement.id, settlement.number, settlement.agreement_id, agreement.code, settlement.point_id,
                   settlement.way, settlement.lines, settlement.paid_at
            from consignment.settlement
            join consignment.agreement on agreement.id = settlement.agreement_id
            """;

    private final DatabaseClient database;

    SettlementRepository(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Void> add(Settlement settlement, AccountId paidBy) {
        return database.sql("""
                        insert into consignment.settlement
                            (id, number, agreement_id, point_id, way, lines, amount_fen, paid_by, paid_at)
                        values (:id, :number, :agreement, :point, :way, :lines, :amount, :by, :at)
                        """)
                .bind("id", settlement.id())
                .bind("number", settlement.number())
                .bind("agreement", settlement.agreementId())
                .bind("point", settlement.point().value())
                .bind("way", settlement.way().name())
                .bind("lines", Json.of(JSON.writeValueAsString(settlement.lines())))
                .bind("amount", settlement.amount().amount())
                .bind("by", paidBy.value())
                .bind("at", settlement.at())
                .then();
    }

    /** Empty for another point's as for none. */
    public Mono<Settlement> findAt(PointId point, UUID id) {
        return database.sql(SELECT + "where settlement.id = :id and settlement.point_id = :point")
                .bind("id", id)
                .bind("point", point.value())
                .map(SettlementRepository::settlement)
                .one();
    }

    /** Newest first. */
    public Flux<Settlement> findOf(UUID agreement) {
        return database.sql(SELECT + "where settlement.agreement_id = :agreement order by settlement.paid_at desc")
                .bind("agreement", agreement)
                .map(SettlementRepository::settlement)
                .all();
    }

    private static Settlement settlement(Readable row) {
        return new Settlement(
                required(row, "id", UUID.class),
                required(row, "number", String.class),
                required(row, "agreement_id", UUID.class),
                required(row, "code", String.class),
                new PointId(required(row, "point_id", UUID.class)),
                Settlement.Way.valueOf(required(row, "way", String.class)),
                JSON.readValue(required(row, "lines", String.class), LINES),
                required(row, "paid_at", Instant.class));
    }
}
