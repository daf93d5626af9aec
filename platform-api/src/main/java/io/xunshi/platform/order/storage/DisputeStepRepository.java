package io.xunshi.platform.order.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.PersonalText;
import io.xunshi.platform.media.PhotoHash;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.order.DisputeId;
import io.xunshi.platform.order.DisputeStep;
import io.xunshi.platform.order.Side;
import io.xunshi.platform.order.domain.DisputeEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What happened in disputes. Words are stored encrypted and opened here. */
@Repository
public class DisputeStepRepository {
    private final DatabaseClient database;
    private final PersonalText personalText;

    DisputeStepRepository(DatabaseClient database, PersonalText personalText) {
        this.database = database;
        this.personalText = personalText;
    }

    /** The next step of a locked dispute. A second one of the same officer breaks a unique index. */
    public Mono<Void> add(DisputeId dispute, DisputeEntry entry) {
        var remedy = entry.remedy();
        var officer = entry.officer();
        var by = entry.by();
        return database.sql("""
                        with step as (
                            insert into orders.dispute_step
                                (dispute_id, number, kind, by_side, officer, words_cipher, remedy, refund_fen, at)
                            select :dispute, 1 + coalesce(max(number), 0), :kind, :by, :officer, :words, :remedy, :refund, :at
                            from orders.dispute_step
                            where dispute_id = :dispute
                            returning number)
                        insert into orders.dispute_photo (dispute_id, step_number, position, photo_id, sha256)
                        select :dispute, step.number, shown.position, shown.photo, shown.sha256
                        from step, unnest(:positions, :photos, :hashes) as shown (position, photo, sha256)
                        """)
                .bind("dispute", dispute.value())
                .bind("kind", entry.kind().name())
                .bind("by", Parameters.in(R2dbcType.VARCHAR, by == null ? null : by.name()))
                .bind("officer", Parameters.in(PostgresqlObjectId.UUID, officer == null ? null : officer.value()))
                .bind("words", Parameters.in(R2dbcType.VARBINARY, sealed(entry.words())))
                .bind(
                        "remedy",
                        Parameters.in(
                                R2dbcType.VARCHAR,
                                remedy == null ? null : remedy.kind().name()))
                .bind(
                        "refund",
                        Parameters.in(
                                R2dbcType.BIGINT,
                                remedy == null ? null : remedy.refund().amount()))
                .bind("at", entry.at())
                .bind(
                        "positions",
                        IntStream.range(0, entry.photos().size()).boxed().toArray(Integer[]::new))
                .bind(
                        "photos",
                        entry.photos().stream().map(photo -> photo.id().value()).toArray(UUID[]::new))
                .bind("hashes", entry.photos().stream().map(PhotoHash::sha256).toArray(String[]::new))
                .then();
    }

    /** Oldest first. */
    public Flux<DisputeEntry> findOf(DisputeId dispute) {
        return database.sql("""
                        select number, kind, by_side, officer, words_cipher, remedy, refund_fen, at,
                               array(select photo_id from orders.dispute_photo
                                     where dispute_id = step.dispute_id and step_number = step.number
                                     order by position) as photos,
                               array(select sha256 from orders.dispute_photo
                                     where dispute_id = step.dispute_id and step_number = step.number
                                     order by position) as hashes
                        from orders.dispute_step step
                        where dispute_id = :dispute
                        order by number
                        """)
                .bind("dispute", dispute.value())
                .map((row, metadata) -> entry(row))
                .all();
    }

    private DisputeEntry entry(Readable row) {
        return new DisputeEntry(
                required(row, "number", Integer.class),
                DisputeStep.valueOf(required(row, "kind", String.class)),
                Optional.ofNullable(row.get("by_side", String.class))
                        .map(Side::valueOf)
                        .orElse(null),
                Optional.ofNullable(row.get("officer", UUID.class))
                        .map(AccountId::new)
                        .orElse(null),
                Optional.ofNullable(row.get("words_cipher", byte[].class))
                        .map(personalText::decrypt)
                        .orElse(""),
                DisputeRepository.remedy(row, "remedy", "refund_fen"),
                photos(row),
                required(row, "at", Instant.class));
    }

    private static List<PhotoHash> photos(Readable row) {
        var ids = required(row, "photos", UUID[].class);
        var hashes = required(row, "hashes", String[].class);
        return IntStream.range(0, ids.length)
                .mapToObj(i -> new PhotoHash(new PhotoId(ids[i]), hashes[i]))
                .toList();
    }

    private byte @Nullable [] sealed(String words) {
        return words.isEmpty() ? null : personalText.encrypt(words);
    }
}
