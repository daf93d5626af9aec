package io.xunshi.platform.corner.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.corner.CornerId;
import io.xunshi.platform.corner.domain.Card;
import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Readers, their cards, and their guardians' consents. */
@Repository
public class ReaderRepository {
    private static final String CARD = """
            select card.code, card.replaced_at is not null as replaced, reader.id, reader.class_id, class.entry_year,
                   class.number, reader.credits, reader.books_out, consent.signed_on, consent.text_version
            from corner.card
            join corner.reader on reader.id = card.reader_id
            join corner.class on class.id = reader.class_id
            left join corner.consent on consent.id = reader.consent_id
            """;

    private final DatabaseClient database;

    ReaderRepository(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Void> add(CornerId corner, UUID classId, UUID reader, String cardCode, Instant now) {
        return database.sql("""
                        with reader as (
                            insert into corner.reader (id, corner_id, class_id, issued_at)
                            values (:reader, :corner, :class, :at)
                            returning id)
                        insert into corner.card (code, reader_id, issued_at) select :code, id, :at from reader
                        """)
                .bind("reader", reader)
                .bind("corner", corner.value())
                .bind("class", classId)
                .bind("code", cardCode)
                .bind("at", now)
                .then();
    }

    /** Of another corner as of none: empty. */
    public Mono<Card> find(CornerId corner, String code) {
        return database.sql(CARD + "where card.code = :code and reader.corner_id = :corner")
                .bind("code", code)
                .bind("corner", corner.value())
                .map(ReaderRepository::card)
                .one();
    }

    /** Those in use, in the order they were issued. */
    public Flux<Card> findOfClass(CornerId corner, UUID classId) {
        return database.sql(CARD + """
                        where reader.class_id = :class and reader.corner_id = :corner and card.replaced_at is null
                        order by reader.id
                        limit 500
                        """)
                .bind("class", classId)
                .bind("corner", corner.value())
                .map(ReaderRepository::card)
                .all();
    }

    /** False where they have not so many; nothing changes then. */
    public Mono<Boolean> addCredits(UUID reader, int amount) {
        return database.sql("""
                        update corner.reader set credits = credits + :amount where id = :id and credits + :amount >= 0
                        """)
                .bind("amount", amount)
                .bind("id", reader)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** False where they would have more out than that; nothing changes then. */
    public Mono<Boolean> addBooksOut(UUID reader, int books, int most) {
        return database.sql("""
                        update corner.reader set books_out = books_out + :books
                        where id = :id and books_out + :books between 0 and :most
                        """)
                .bind("books", books)
                .bind("id", reader)
                .bind("most", most)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** How many readers have consented by it: those cards that are in use and were without consent. */
    public Mono<Long> addConsents(CornerId corner, Collection<String> codes, Consent consent) {
        return database.sql("""
                        with given as (
                            insert into corner.consent
                                (id, corner_id, reader_id, text_version, signed_on, recorded_by, recorded_at)
                            select uuidv7(), reader.corner_id, reader.id, :version, :signed, :by, :at
                            from corner.card
                            join corner.reader on reader.id = card.reader_id
                            where card.code = any(:codes) and card.replaced_at is null
                              and reader.corner_id = :corner and reader.consent_id is null
                            returning id, reader_id)
                        update corner.reader set consent_id = given.id from given where reader.id = given.reader_id
                        """)
                .bind("version", consent.textVersion())
                .bind("signed", consent.signedOn())
                .bind("by", consent.recordedBy().value())
                .bind("at", consent.recordedAt())
                .bind("codes", codes.toArray(String[]::new))
                .bind("corner", corner.value())
                .fetch()
                .rowsUpdated();
    }

    /** The reader's new card; the one before is blocked. */
    public Mono<Void> replaceCard(UUID reader, String newCode, Instant now) {
        return database.sql(
                        "update corner.card set replaced_at = :at where reader_id = :reader and replaced_at is null")
                .bind("at", now)
                .bind("reader", reader)
                .then()
                .then(database.sql("insert into corner.card (code, reader_id, issued_at) values (:code, :reader, :at)")
                        .bind("code", newCode)
                        .bind("reader", reader)
                        .bind("at", now)
                        .then());
    }

    /** Nothing moves with the reader until the caller's transaction ends; how many credits they have. */
    public Mono<Integer> lockCredits(UUID reader) {
        return database.sql("select credits from corner.reader where id = :id for update")
                .bind("id", reader)
                .map((row, metadata) -> required(row, "credits", Integer.class))
                .one();
    }

    public Mono<Void> withdrawConsents(UUID reader, AccountId by, Instant now) {
        return database.sql("""
                        update corner.consent set withdrawn_by = :by, withdrawn_at = :at
                        where reader_id = :reader and withdrawn_at is null
                        """)
                .bind("by", by.value())
                .bind("at", now)
                .bind("reader", reader)
                .then();
    }

    /** Cards go with the reader; what happened stays, and is nobody's. */
    public Mono<Void> forget(UUID reader) {
        return database.sql("delete from corner.reader where id = :id")
                .bind("id", reader)
                .then();
    }

    private static Card card(Readable row) {
        return new Card(
                required(row, "code", String.class),
                required(row, "id", UUID.class),
                required(row, "class_id", UUID.class),
                required(row, "entry_year", Integer.class),
                required(row, "number", Integer.class),
                required(row, "replaced", Boolean.class),
                required(row, "credits", Integer.class),
                required(row, "books_out", Integer.class),
                row.get("signed_on", LocalDate.class),
                row.get("text_version", String.class));
    }

    /** A form that a guardian signed. */
    public record Consent(String textVersion, LocalDate signedOn, AccountId recordedBy, Instant recordedAt) {}
}
