package io.xunshi.platform.organisation.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.domain.ControlLink;
import io.xunshi.platform.organisation.domain.ControlTies.Tie;
import io.xunshi.platform.organisation.domain.DatedTies.DatedTie;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who controls whom. */
@Repository
public class ControlRepository {
    private static final String LINK =
            "id, controller_id, controlled_id, share_bp, source, valid_from, valid_to, state, declared_by ";

    /**
     * An owner in common ties from the later day of joining to the earlier of leaving, days of the city. A member is
     * taken to have been an owner all the time, for it is not kept when roles changed.
     */
    private static final String DATED_TIES = """
            select controller_id as one, controlled_id as other, valid_from as first_day, valid_to as last_day
            from organisation.control_link
            where state = 'CONFIRMED'
            union
            select mine.organisation_id, others.organisation_id,
                   (greatest(mine.since, others.since) at time zone 'Asia/Shanghai')::date,
                   (least(mine.until, others.until) at time zone 'Asia/Shanghai')::date
            from organisation.member as mine
            join organisation.member as others
              on others.person = mine.person and others.organisation_id > mine.organisation_id
            where 'OWNER' = any(mine.roles) and 'OWNER' = any(others.roles)
            """;

    private static final int LISTED_MAX = 200;

    private final DatabaseClient database;

    ControlRepository(DatabaseClient database) {
        this.database = database;
    }

    /**
     * What ties organisations together on a day: confirmed control, and owners that they have in common. All of it,
     * since one has to walk from tie to tie; a city has hundreds.
     */
    public Flux<Tie> findTies(LocalDate day) {
        return database.sql("select distinct one, other from (" + DATED_TIES + """
                        ) as tie
                        where first_day <= :day and (last_day is null or last_day >= :day)
                        """)
                .bind("day", day)
                .map(ControlRepository::tie)
                .all();
    }

    /** What has ever tied organisations together, with its days. */
    public Flux<DatedTie> findTiesOfAllDays() {
        return database.sql(DATED_TIES)
                .map(row -> new DatedTie(
                        tie(row), required(row, "first_day", LocalDate.class), row.get("last_day", LocalDate.class)))
                .all();
    }

    /** Whatever is said of an organisation, on either side, the newest first. */
    public Flux<ControlLink> findOf(OrganisationId id) {
        return database.sql("select " + LINK + """
                        from organisation.control_link
                        where controller_id = :id or controlled_id = :id
                        order by declared_at desc, id desc limit :limit
                        """)
                .bind("id", id.value())
                .bind("limit", LISTED_MAX)
                .map(ControlRepository::link)
                .all();
    }

    /** What waits for an officer, the longest waiting first. */
    public Flux<ControlLink> findDeclared() {
        return database.sql("select " + LINK + """
                        from organisation.control_link where state = 'DECLARED'
                        order by declared_at, id limit :limit
                        """)
                .bind("limit", LISTED_MAX)
                .map(ControlRepository::link)
                .all();
    }

    public Mono<ControlLink> find(UUID id) {
        return database.sql("select " + LINK + "from organisation.control_link where id = :id")
                .bind("id", id)
                .map(ControlRepository::link)
                .one();
    }

    /** One that an officer records is confirmed by that. */
    public Mono<Void> add(ControlLink link, Instant at) {
        var isConfirmed = link.state() == ControlLink.State.CONFIRMED;
        var statement = database.sql("""
                        insert into organisation.control_link
                            (id, controller_id, controlled_id, share_bp, source, valid_from, valid_to, state, declared_by,
                             declared_at, decided_by, decided_at)
                        values (:id, :controller, :controlled, :share, :source, :from, :to, :state, :by, :at, :decidedBy, :decidedAt)
                        """)
                .bind("id", link.id())
                .bind("controller", link.controller().value())
                .bind("controlled", link.controlled().value())
                .bind("share", link.shareBasisPoints())
                .bind("source", link.source())
                .bind("from", link.validFrom())
                .bind("state", link.state().name())
                .bind("by", link.declaredBy().value())
                .bind("at", at);
        var decided = isConfirmed
                ? statement.bind("decidedBy", link.declaredBy().value()).bind("decidedAt", at)
                : statement.bindNull("decidedBy", UUID.class).bindNull("decidedAt", Instant.class);
        var to = link.validTo();
        return (to == null ? decided.bindNull("to", LocalDate.class) : decided.bind("to", to)).then();
    }

    /** Of two officers the first decides; empty where it is decided. */
    public Mono<ControlLink> decide(UUID id, AccountId officer, ControlLink.State state, Instant at) {
        return database.sql("""
                        update organisation.control_link
                        set state = :state, decided_by = :officer, decided_at = :at
                        where id = :id and state = 'DECLARED'
                        returning
                        """ + LINK)
                .bind("state", state.name())
                .bind("officer", officer.value())
                .bind("at", at)
                .bind("id", id)
                .map(ControlRepository::link)
                .one();
    }

    /** It held until that day; empty where it had not begun, or ended before. */
    public Mono<ControlLink> end(UUID id, LocalDate lastDay) {
        return database.sql("""
                        update organisation.control_link set valid_to = :day
                        where id = :id and state = 'CONFIRMED' and valid_from <= :day and (valid_to is null or valid_to > :day)
                        returning
                        """ + LINK)
                .bind("day", lastDay)
                .bind("id", id)
                .map(ControlRepository::link)
                .one();
    }

    private static Tie tie(Readable row) {
        return new Tie(
                new OrganisationId(required(row, "one", UUID.class)),
                new OrganisationId(required(row, "other", UUID.class)));
    }

    private static ControlLink link(Readable row) {
        return new ControlLink(
                required(row, "id", UUID.class),
                new OrganisationId(required(row, "controller_id", UUID.class)),
                new OrganisationId(required(row, "controlled_id", UUID.class)),
                required(row, "share_bp", Integer.class),
                required(row, "source", String.class),
                required(row, "valid_from", LocalDate.class),
                row.get("valid_to", LocalDate.class),
                ControlLink.State.valueOf(required(row, "state", String.class)),
                new AccountId(required(row, "declared_by", UUID.class)));
    }
}
