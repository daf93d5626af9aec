package io.xunshi.platform.organisation.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.domain.Invitation;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Invitations; of their codes only a hash is kept. */
@Repository
public class InvitationRepository {
    private static final String COLUMNS = "id, organisation_id, label, roles, invitee, invited_at, expires_at ";
    private static final String IS_OPEN = "state = 'OPEN' and expires_at > :now ";
    private static final int LISTED_MAX = 50;

    private final DatabaseClient database;

    InvitationRepository(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Void> add(Invitation invitation, String codeSha256, AccountId inviter) {
        var statement = database.sql("""
                        insert into organisation.invitation
                            (id, organisation_id, code_sha256, label, roles, invitee, invited_by, invited_at, expires_at, state)
                        values (:id, :organisation, :code, :label, :roles, :invitee, :by, :at, :expires, 'OPEN')
                        """)
                .bind("id", invitation.id())
                .bind("organisation", invitation.organisation().value())
                .bind("code", codeSha256)
                .bind("label", invitation.label())
                .bind("roles", MemberRepository.names(invitation.roles()))
                .bind("by", inviter.value())
                .bind("at", invitation.invitedAt())
                .bind("expires", invitation.expiresAt());
        var invitee = invitation.invitee();
        return (invitee == null
                        ? statement.bindNull("invitee", UUID.class)
                        : statement.bind("invitee", invitee.value()))
                .then();
    }

    /** The newest first. */
    public Flux<Invitation> findOpenOf(OrganisationId organisation, Instant now) {
        return database.sql(
                        "select " + COLUMNS + "from organisation.invitation where organisation_id = :organisation and "
                                + IS_OPEN + "order by invited_at desc, id limit :limit")
                .bind("organisation", organisation.value())
                .bind("now", now)
                .bind("limit", LISTED_MAX)
                .map(InvitationRepository::invitation)
                .all();
    }

    /** Those that name the person, the newest first. */
    public Flux<Invitation> findOpenFor(AccountId person, Instant now) {
        return database.sql("select " + COLUMNS + "from organisation.invitation where invitee = :person and " + IS_OPEN
                        + "order by invited_at desc, id limit :limit")
                .bind("person", person.value())
                .bind("now", now)
                .bind("limit", LISTED_MAX)
                .map(InvitationRepository::invitation)
                .all();
    }

    /** Of two who type the code the first takes it. */
    public Mono<Invitation> acceptCode(String codeSha256, AccountId person, Instant now) {
        return database.sql("update organisation.invitation set state = 'ACCEPTED', accepted_by = :person "
                        + "where code_sha256 = :code and " + IS_OPEN + "returning " + COLUMNS)
                .bind("person", person.value())
                .bind("code", codeSha256)
                .bind("now", now)
                .map(InvitationRepository::invitation)
                .one();
    }

    public Mono<Invitation> acceptOwn(UUID id, AccountId person, Instant now) {
        return database.sql("update organisation.invitation set state = 'ACCEPTED', accepted_by = :person "
                        + "where id = :id and invitee = :person and " + IS_OPEN + "returning " + COLUMNS)
                .bind("person", person.value())
                .bind("id", id)
                .bind("now", now)
                .map(InvitationRepository::invitation)
                .one();
    }

    /** False where it is not open, or names somebody else. */
    public Mono<Boolean> decline(UUID id, AccountId person) {
        return close("DECLINED", "invitee = :whose", id, person.value());
    }

    /** False where it is not open, or another organisation's. */
    public Mono<Boolean> withdraw(UUID id, OrganisationId organisation) {
        return close("WITHDRAWN", "organisation_id = :whose", id, organisation.value());
    }

    /** What somebody who is no owner any more has invited to. */
    public Mono<Void> withdrawAllBy(AccountId inviter, OrganisationId organisation) {
        return database.sql("""
                        update organisation.invitation set state = 'WITHDRAWN'
                        where organisation_id = :organisation and invited_by = :inviter and state = 'OPEN'
                        """)
                .bind("organisation", organisation.value())
                .bind("inviter", inviter.value())
                .then();
    }

    private Mono<Boolean> close(String state, String condition, UUID id, UUID whose) {
        return database.sql("update organisation.invitation set state = :state where id = :id and state = 'OPEN' and "
                        + condition)
                .bind("state", state)
                .bind("id", id)
                .bind("whose", whose)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static Invitation invitation(Readable row) {
        var invitee = row.get("invitee", UUID.class);
        return new Invitation(
                required(row, "id", UUID.class),
                new OrganisationId(required(row, "organisation_id", UUID.class)),
                required(row, "label", String.class),
                MemberRepository.roles(row),
                invitee == null ? null : new AccountId(invitee),
                required(row, "invited_at", Instant.class),
                required(row, "expires_at", Instant.class));
    }
}
