package io.xunshi.platform.organisation.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.Membership;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.domain.Member;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who acts for which organisation; ended memberships stay as history. */
@Repository
public class MemberRepository {
    private static final String COLUMNS = "select organisation_id, person, member.roles from organisation.member ";

    private final DatabaseClient database;

    MemberRepository(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Membership> find(AccountId person, OrganisationId id) {
        return database.sql(COLUMNS + "where organisation_id = :id and person = :person and until is null")
                .bind("id", id.value())
                .bind("person", person.value())
                .map(MemberRepository::membership)
                .one();
    }

    /** Of organisations that are not closed, the earliest joined first. */
    public Flux<Membership> findOf(AccountId person) {
        return database.sql(COLUMNS + """
                        join organisation.organisation on organisation.id = organisation_id
                        where person = :person and until is null and state <> 'CLOSED'
                        order by since, organisation_id
                        """)
                .bind("person", person.value())
                .map(MemberRepository::membership)
                .all();
    }

    /** People who have one of the roles; machines are told nothing. */
    public Flux<AccountId> peopleOf(OrganisationId id, Collection<MemberRole> anyOf) {
        return database.sql("""
                        select person from organisation.member
                        where organisation_id = :id and until is null and not is_machine and roles && :roles
                        order by since, person
                        """)
                .bind("id", id.value())
                .bind("roles", names(anyOf))
                .map((row, metadata) -> new AccountId(required(row, "person", UUID.class)))
                .all();
    }

    /** All people of today, the earliest first. */
    public Flux<Member> findAllOf(OrganisationId id) {
        return database.sql("""
                        select person, roles, since from organisation.member
                        where organisation_id = :id and until is null and not is_machine order by since, person
                        """)
                .bind("id", id.value())
                .map(row -> new Member(
                        new AccountId(required(row, "person", UUID.class)),
                        roles(row),
                        required(row, "since", Instant.class)))
                .all();
    }

    /** False where they are a member already. */
    public Mono<Boolean> add(OrganisationId id, AccountId person, Set<MemberRole> roles, Instant since) {
        return database.sql("""
                        insert into organisation.member (organisation_id, person, roles, since)
                        values (:id, :person, :roles, :since)
                        on conflict do nothing
                        """)
                .bind("id", id.value())
                .bind("person", person.value())
                .bind("roles", names(roles))
                .bind("since", since)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    public Mono<Void> addMachine(OrganisationId id, AccountId machine, Set<MemberRole> roles, Instant since) {
        return database.sql("""
                        insert into organisation.member (organisation_id, person, roles, since, is_machine)
                        values (:id, :machine, :roles, :since, true)
                        """)
                .bind("id", id.value())
                .bind("machine", machine.value())
                .bind("roles", names(roles))
                .bind("since", since)
                .then();
    }

    public Mono<Void> changeRoles(OrganisationId id, AccountId person, Set<MemberRole> roles) {
        return database.sql("""
                        update organisation.member set roles = :roles
                        where organisation_id = :id and person = :person and until is null
                        """)
                .bind("roles", names(roles))
                .bind("id", id.value())
                .bind("person", person.value())
                .then();
    }

    public Mono<Void> end(OrganisationId id, AccountId person, Instant until) {
        return database.sql("""
                        update organisation.member set until = greatest(since, :until)
                        where organisation_id = :id and person = :person and until is null
                        """)
                .bind("until", until)
                .bind("id", id.value())
                .bind("person", person.value())
                .then();
    }

    /** Whether somebody acts for one of them, or ever did. */
    public Mono<Boolean> everActed(AccountId person, Collection<OrganisationId> ids) {
        return database.sql("""
                        select exists (
                            select from organisation.member
                            where person = :person and organisation_id = any(:ids)) as acted
                        """)
                .bind("person", person.value())
                .bind("ids", ids.stream().map(OrganisationId::value).toArray(UUID[]::new))
                .map(row -> required(row, "acted", Boolean.class))
                .one();
    }

    static Set<MemberRole> roles(Readable row) {
        return Stream.of(required(row, "roles", String[].class))
                .map(MemberRole::valueOf)
                .collect(Collectors.toSet());
    }

    static String[] names(Collection<MemberRole> roles) {
        return roles.stream().map(MemberRole::name).sorted().toArray(String[]::new);
    }

    private static Membership membership(Readable row) {
        return new Membership(
                new OrganisationId(required(row, "organisation_id", UUID.class)),
                new AccountId(required(row, "person", UUID.class)),
                roles(row));
    }
}
