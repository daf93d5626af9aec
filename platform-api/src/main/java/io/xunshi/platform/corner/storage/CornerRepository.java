package io.xunshi.platform.corner.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.corner.CornerId;
import io.xunshi.platform.corner.domain.BookCorner;
import io.xunshi.platform.corner.domain.BookCorner.Profile;
import io.xunshi.platform.corner.domain.CreditRule;
import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Corners, who keeps them, and their credit rules. */
@Repository
public class CornerRepository {
    private static final String COLUMNS =
            "select id, code, school, place, district_code, version, opened_at from corner.corner\n";

    private final DatabaseClient database;

    CornerRepository(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Void> add(BookCorner corner) {
        return database.sql("""
                        insert into corner.corner (id, code, school, place, district_code, version, opened_at)
                        values (:id, :code, :school, :place, :district, 1, :at)
                        """)
                .bind("id", corner.id().value())
                .bind("code", corner.code())
                .bind("school", corner.profile().school())
                .bind("place", corner.profile().place())
                .bind("district", corner.profile().districtCode())
                .bind("at", corner.openedAt())
                .then();
    }

    /** As edited; empty where it is of another version. */
    public Mono<BookCorner> edit(CornerId id, long version, Profile profile) {
        return database.sql("""
                        update corner.corner
                        set school = :school, place = :place, district_code = :district, version = version + 1
                        where id = :id and version = :version
                        """)
                .bind("id", id.value())
                .bind("version", version)
                .bind("school", profile.school())
                .bind("place", profile.place())
                .bind("district", profile.districtCode())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .flatMap(edited -> find(id));
    }

    public Mono<BookCorner> find(CornerId id) {
        return database.sql(COLUMNS + "where id = :id")
                .bind("id", id.value())
                .map(CornerRepository::corner)
                .one();
    }

    /** By the school's name; there are some hundred schools in a city, not thousands. */
    public Flux<BookCorner> findAll(@Nullable String districtCode) {
        var all = database.sql(COLUMNS + (districtCode == null ? "" : "where district_code = :district\n")
                + "order by school, id limit 500");
        return (districtCode == null ? all : all.bind("district", districtCode))
                .map(CornerRepository::corner)
                .all();
    }

    /** The corner that somebody keeps, with its newest rule and its open term. */
    public Mono<Desk> findDesk(AccountId librarian) {
        return database.sql("""
                        select librarian.corner_id, term.id as term_id, rule.version, rule.earns_good, rule.earns_worn,
                               rule.take_costs, rule.carry_max, rule.books_max, rule.loan_days
                        from corner.librarian
                        join corner.rule on rule.corner_id = librarian.corner_id
                        left join corner.term on term.corner_id = librarian.corner_id and term.closed_at is null
                        where librarian.account = :account and librarian.until is null
                        order by rule.version desc
                        limit 1
                        """)
                .bind("account", librarian.value())
                .map((row, metadata) -> new Desk(
                        new CornerId(required(row, "corner_id", UUID.class)),
                        row.get("term_id", UUID.class),
                        rule(row)))
                .one();
    }

    public Flux<AccountId> librariansOf(CornerId id) {
        return database.sql("""
                        select account from corner.librarian where corner_id = :id and until is null order by since
                        """)
                .bind("id", id.value())
                .map((row, metadata) -> new AccountId(required(row, "account", UUID.class)))
                .all();
    }

    /** False where they keep a corner already. */
    public Mono<Boolean> addLibrarian(CornerId id, AccountId librarian, Instant since) {
        return database.sql("""
                        insert into corner.librarian (corner_id, account, since) values (:id, :account, :since)
                        on conflict do nothing
                        """)
                .bind("id", id.value())
                .bind("account", librarian.value())
                .bind("since", since)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    public Mono<Void> endLibrarian(CornerId id, AccountId librarian, Instant until) {
        return database.sql("""
                        update corner.librarian set until = :until
                        where corner_id = :id and account = :account and until is null
                        """)
                .bind("until", until)
                .bind("id", id.value())
                .bind("account", librarian.value())
                .then();
    }

    /** The next version; empty for the second of two that are decided at once. */
    public Mono<CreditRule> addRule(CornerId id, CreditRule rule, AccountId decidedBy, Instant decidedAt) {
        return database.sql("""
                        insert into corner.rule
                            (corner_id, version, earns_good, earns_worn, take_costs, carry_max, books_max, loan_days,
                             decided_by, decided_at)
                        select :id, 1 + coalesce(max(version), 0), :good, :worn, :costs, :carry, :books, :days, :by, :at
                        from corner.rule
                        where corner_id = :id
                        returning version, earns_good, earns_worn, take_costs, carry_max, books_max, loan_days
                        """)
                .bind("id", id.value())
                .bind("good", rule.earnsGood())
                .bind("worn", rule.earnsWorn())
                .bind("costs", rule.takeCosts())
                .bind("carry", rule.carryMax())
                .bind("books", rule.booksMax())
                .bind("days", rule.loanDays())
                .bind("by", decidedBy.value())
                .bind("at", decidedAt)
                .map((row, metadata) -> rule(row))
                .one()
                .onErrorComplete(DuplicateKeyException.class);
    }

    private static BookCorner corner(Readable row) {
        return new BookCorner(
                new CornerId(required(row, "id", UUID.class)),
                required(row, "code", String.class),
                new Profile(
                        required(row, "school", String.class),
                        required(row, "place", String.class),
                        required(row, "district_code", String.class)),
                required(row, "version", Long.class),
                required(row, "opened_at", Instant.class));
    }

    private static CreditRule rule(Readable row) {
        return new CreditRule(
                required(row, "version", Integer.class),
                required(row, "earns_good", Integer.class),
                required(row, "earns_worn", Integer.class),
                required(row, "take_costs", Integer.class),
                required(row, "carry_max", Integer.class),
                required(row, "books_max", Integer.class),
                required(row, "loan_days", Integer.class));
    }

    /**
     * Where somebody works, and by what rule.
     *
     * @param term the open one; null between two terms
     */
    public record Desk(CornerId corner, @Nullable UUID term, CreditRule rule) {}
}
