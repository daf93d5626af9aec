package io.xunshi.platform.appraisal.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.appraisal.domain.Appraisal;
import io.xunshi.platform.appraisal.domain.Appraisal.State;
import io.xunshi.platform.appraisal.domain.Certificate;
import io.xunshi.platform.appraisal.domain.Certificate.Finding;
import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Appraisals. A move is one conditional statement; whoever comes second moves nothing. */
@Repository
public class AppraisalRepository {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LISTED_MAX = 100;
    private static final String COLUMNS = """
            id, code, listing_id, seller, point_id, day, state, appraiser, licence_number, point_code, point_name,
            category_code, finding, number_tail, content_sha256, certified_at, valid_until, certificate_sha256
            """;
    private static final String SELECT = "select " + COLUMNS + " from appraisal.appraisal ";

    private final DatabaseClient database;

    AppraisalRepository(DatabaseClient database) {
        this.database = database;
    }

    /** False where another of the listing is booked. */
    public Mono<Boolean> book(Appraisal appraisal, Instant now) {
        return database.sql("""
                        insert into appraisal.appraisal (id, code, listing_id, seller, point_id, day, state, booked_at)
                        values (:id, :code, :listing, :seller, :point, :day, 'BOOKED', :now)
                        on conflict do nothing
                        """)
                .bind("id", appraisal.id())
                .bind("code", appraisal.code())
                .bind("listing", appraisal.listingId())
                .bind("seller", appraisal.seller().value())
                .bind("point", appraisal.pointId())
                .bind("day", appraisal.day())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** Bookings of the listing whose day is long over. */
    public Mono<Void> endLapsed(UUID listingId, LocalDate lastDay) {
        return database.sql("""
                        update appraisal.appraisal set state = 'CANCELLED'
                        where listing_id = :listing and state = 'BOOKED' and day < :day
                        """).bind("listing", listingId).bind("day", lastDay).then();
    }

    /** Empty where it is not booked any more. */
    public Mono<Appraisal> cancel(UUID id) {
        return database.sql(
                        "update appraisal.appraisal set state = 'CANCELLED' where id = :id and state = 'BOOKED' returning "
                                + COLUMNS)
                .bind("id", id)
                .map(AppraisalRepository::appraisal)
                .one();
    }

    /** Empty where it is not booked any more. */
    public Mono<Appraisal> certify(UUID id, Certificate certificate) {
        var statement = database.sql("""
                        update appraisal.appraisal
                        set state = 'CERTIFIED', appraiser = :appraiser, licence_number = :licence, point_code = :pointCode,
                            point_name = :pointName, category_code = :category, finding = :finding, number_tail = :tail,
                            content_sha256 = :content, certified_at = :at, valid_until = :until, certificate_sha256 = :hash
                        where id = :id and state = 'BOOKED'
                        returning
                        """ + COLUMNS)
                .bind("id", id)
                .bind("appraiser", certificate.appraiser().value())
                .bind("licence", certificate.licenceNumber())
                .bind("pointCode", certificate.pointCode())
                .bind("pointName", certificate.pointName())
                .bind("category", certificate.categoryCode())
                .bind("finding", Json.of(JSON.writeValueAsString(certificate.finding())))
                .bind("content", certificate.contentHash())
                .bind("at", certificate.at())
                .bind("until", certificate.validUntil())
                .bind("hash", certificate.sha256());
        var tail = certificate.numberTail();
        return (tail == null ? statement.bindNull("tail", String.class) : statement.bind("tail", tail))
                .map(AppraisalRepository::appraisal)
                .one();
    }

    public Mono<Appraisal> find(UUID id) {
        return database.sql(SELECT + "where id = :id")
                .bind("id", id)
                .map(AppraisalRepository::appraisal)
                .one();
    }

    public Mono<Appraisal> findByCode(String code) {
        return database.sql(SELECT + "where code = :code")
                .bind("code", code)
                .map(AppraisalRepository::appraisal)
                .one();
    }

    public Mono<Appraisal> findBooked(UUID listingId) {
        return database.sql(SELECT + "where listing_id = :listing and state = 'BOOKED'")
                .bind("listing", listingId)
                .map(AppraisalRepository::appraisal)
                .one();
    }

    /** The newest certificate of a listing. */
    public Mono<Appraisal> findCertified(UUID listingId) {
        return database.sql(SELECT
                        + "where listing_id = :listing and state = 'CERTIFIED' order by certified_at desc limit 1")
                .bind("listing", listingId)
                .map(AppraisalRepository::appraisal)
                .one();
    }

    /** What is brought to a point, the next first. */
    public Flux<Appraisal> bookedAt(UUID pointId, LocalDate from) {
        return database.sql(SELECT
                        + "where point_id = :point and state = 'BOOKED' and day >= :from order by day, id limit :limit")
                .bind("point", pointId)
                .bind("from", from)
                .bind("limit", LISTED_MAX)
                .map(AppraisalRepository::appraisal)
                .all();
    }

    private static Appraisal appraisal(Readable row) {
        return new Appraisal(
                required(row, "id", UUID.class),
                required(row, "code", String.class),
                required(row, "listing_id", UUID.class),
                new AccountId(required(row, "seller", UUID.class)),
                required(row, "point_id", UUID.class),
                required(row, "day", LocalDate.class),
                State.valueOf(required(row, "state", String.class)),
                certificate(row));
    }

    private static @Nullable Certificate certificate(Readable row) {
        var appraiser = row.get("appraiser", UUID.class);
        return appraiser == null
                ? null
                : new Certificate(
                        new AccountId(appraiser),
                        required(row, "licence_number", String.class),
                        required(row, "point_code", String.class),
                        required(row, "point_name", String.class),
                        required(row, "category_code", String.class),
                        JSON.readValue(required(row, "finding", String.class), Finding.class),
                        row.get("number_tail", String.class),
                        required(row, "content_sha256", String.class),
                        required(row, "certified_at", Instant.class),
                        required(row, "valid_until", LocalDate.class),
                        required(row, "certificate_sha256", String.class));
    }
}
