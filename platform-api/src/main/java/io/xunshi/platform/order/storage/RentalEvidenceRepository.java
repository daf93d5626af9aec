package io.xunshi.platform.order.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.order.RentalId;
import io.xunshi.platform.order.RentalPhase;
import io.xunshi.platform.order.RentalSide;
import io.xunshi.platform.order.domain.ConditionRecord;
import io.xunshi.platform.order.domain.DamageClaim;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was said of the thing that was lent: its condition, and what an owner claims. */
@Repository
public class RentalEvidenceRepository {
    private final DatabaseClient database;

    RentalEvidenceRepository(DatabaseClient database) {
        this.database = database;
    }

    /** False where the side has added so many already. */
    public Mono<Boolean> add(RentalId rental, ConditionRecord record, int max) {
        return database.sql("""
                        insert into orders.rental_condition (id, rental_id, phase, side, photo_ids, note, at)
                        select :id, :rental, :phase, :side, :photos, :note, :at
                        where (select count(*) from orders.rental_condition where rental_id = :rental and side = :side) < :max
                        """)
                .bind("id", record.id())
                .bind("rental", rental.value())
                .bind("phase", record.phase().name())
                .bind("side", record.side().name())
                .bind("photos", ids(record.photos()))
                .bind("note", record.note())
                .bind("at", record.at())
                .bind("max", max)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Oldest first. */
    public Flux<ConditionRecord> conditionOf(RentalId rental) {
        return database.sql("""
                        select id, phase, side, photo_ids, note, at
                        from orders.rental_condition
                        where rental_id = :rental
                        order by at, id
                        """)
                .bind("rental", rental.value())
                .map(RentalEvidenceRepository::condition)
                .all();
    }

    public Mono<Void> claim(RentalId rental, DamageClaim claim) {
        return database.sql("""
                        insert into orders.damage_claim (rental_id, amount_fen, words, photo_ids, at)
                        values (:rental, :amount, :words, :photos, :at)
                        """)
                .bind("rental", rental.value())
                .bind("amount", claim.amount().amount())
                .bind("words", claim.words())
                .bind("photos", ids(claim.photos()))
                .bind("at", claim.at())
                .then();
    }

    public Mono<Void> answer(RentalId rental, String answer) {
        return database.sql("update orders.damage_claim set answer = :answer where rental_id = :rental")
                .bind("answer", answer)
                .bind("rental", rental.value())
                .then();
    }

    public Mono<Void> decide(RentalId rental, AccountId officer, String decision) {
        return database.sql(
                        "update orders.damage_claim set decision = :decision, decided_by = :officer where rental_id = :rental")
                .bind("decision", decision)
                .bind("officer", officer.value())
                .bind("rental", rental.value())
                .then();
    }

    /** Empty where the owner claims nothing. */
    public Mono<DamageClaim> claimOf(RentalId rental) {
        return database.sql("""
                        select amount_fen, words, photo_ids, at, answer, decision, decided_by
                        from orders.damage_claim
                        where rental_id = :rental
                        """)
                .bind("rental", rental.value())
                .map(RentalEvidenceRepository::claim)
                .one();
    }

    private static ConditionRecord condition(Readable row) {
        return new ConditionRecord(
                required(row, "id", UUID.class),
                RentalPhase.valueOf(required(row, "phase", String.class)),
                RentalSide.valueOf(required(row, "side", String.class)),
                photos(row),
                required(row, "note", String.class),
                required(row, "at", Instant.class));
    }

    private static DamageClaim claim(Readable row) {
        return new DamageClaim(
                Money.fen(required(row, "amount_fen", Long.class)),
                required(row, "words", String.class),
                photos(row),
                required(row, "at", Instant.class),
                row.get("answer", String.class),
                row.get("decision", String.class),
                Optional.ofNullable(row.get("decided_by", UUID.class))
                        .map(AccountId::new)
                        .orElse(null));
    }

    private static UUID[] ids(List<PhotoId> photos) {
        return photos.stream().map(PhotoId::value).toArray(UUID[]::new);
    }

    private static List<PhotoId> photos(Readable row) {
        return Stream.of(required(row, "photo_ids", UUID[].class))
                .map(PhotoId::new)
                .toList();
    }
}
