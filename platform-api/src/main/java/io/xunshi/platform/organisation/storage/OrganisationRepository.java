package io.xunshi.platform.organisation.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.PersonalText;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.OrganisationKind;
import io.xunshi.platform.organisation.OrganisationState;
import io.xunshi.platform.organisation.OrganisationView;
import io.xunshi.platform.organisation.domain.Organisation;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who the organisations are; whom to ask for there is encrypted. */
@Repository
public class OrganisationRepository {
    private static final String VIEW = "id, name, credit_code, kind, state, district_code, place";

    private final DatabaseClient database;
    private final PersonalText personalText;

    OrganisationRepository(DatabaseClient database, PersonalText personalText) {
        this.database = database;
        this.personalText = personalText;
    }

    public Mono<OrganisationView> find(OrganisationId id) {
        return database.sql("select " + VIEW + " from organisation.organisation where id = :id")
                .bind("id", id.value())
                .map(OrganisationRepository::view)
                .one();
    }

    public Flux<OrganisationView> findAll(Collection<OrganisationId> ids) {
        return database.sql("select " + VIEW + " from organisation.organisation where id = any(:ids)")
                .bind("ids", ids.stream().map(OrganisationId::value).toArray(UUID[]::new))
                .map(OrganisationRepository::view)
                .all();
    }

    public Flux<OrganisationView> findByCreditCodes(Collection<String> codes) {
        return database.sql("select " + VIEW + " from organisation.organisation where credit_code = any(:codes)")
                .bind("codes", codes.toArray(String[]::new))
                .map(OrganisationRepository::view)
                .all();
    }

    /** Whose name has this in it or whose credit code begins with it, closed ones last; by name. */
    public Flux<OrganisationView> search(String text, int limit) {
        return database.sql("select " + VIEW + """
                         from organisation.organisation
                        where position(lower(:text) in lower(name)) > 0 or starts_with(credit_code, upper(:text))
                        order by (state = 'CLOSED'), name, id limit :limit
                        """)
                .bind("text", text)
                .bind("limit", limit)
                .map(OrganisationRepository::view)
                .all();
    }

    /** With what only its members and officers read. */
    public Mono<Organisation> findWhole(OrganisationId id) {
        return database.sql("select " + VIEW + """
                        , contact_name_cipher, contact_phone_cipher, founded_at, version
                        from organisation.organisation where id = :id
                        """)
                .bind("id", id.value())
                .map(this::whole)
                .one();
    }

    /** The one that is not closed; empty where there is none. */
    public Mono<OrganisationView> findByCreditCode(String creditCode) {
        return database.sql("select " + VIEW
                        + " from organisation.organisation where credit_code = :code and state <> 'CLOSED'")
                .bind("code", creditCode)
                .map(OrganisationRepository::view)
                .one();
    }

    /** False where another that is not closed has the credit code. */
    public Mono<Boolean> add(Organisation organisation, AccountId founder) {
        var view = organisation.view();
        var statement = database.sql("""
                        insert into organisation.organisation
                            (id, name, credit_code, kind, state, district_code, place, contact_name_cipher,
                             contact_phone_cipher, founded_by, founded_at)
                        values (:id, :name, :code, :kind, :state, :district, :place, :contactName, :contactPhone, :founder, :at)
                        on conflict do nothing
                        """)
                .bind("id", view.id().value())
                .bind("name", view.name())
                .bind("code", view.unifiedSocialCreditCode())
                .bind("kind", view.kind().name())
                .bind("state", view.state().name())
                .bind("place", view.place())
                .bind("contactName", personalText.encrypt(organisation.contactName()))
                .bind("contactPhone", personalText.encrypt(organisation.contactPhone()))
                .bind("founder", founder.value())
                .bind("at", organisation.foundedAt());
        return bindDistrict(statement, view.districtCode())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** How many that wait to be checked somebody has founded. */
    public Mono<Long> countPendingOf(AccountId founder) {
        return database.sql("""
                        select count(*) as pending from organisation.organisation
                        where founded_by = :founder and state = 'PENDING'
                        """)
                .bind("founder", founder.value())
                .map(row -> required(row, "pending", Long.class))
                .one();
    }

    /** Empty where the version is not the newest any more. */
    public Mono<Organisation> edit(
            OrganisationId id,
            long version,
            @Nullable String districtCode,
            String place,
            String contactName,
            String contactPhone) {
        var statement = database.sql("""
                        update organisation.organisation
                        set district_code = :district, place = :place, contact_name_cipher = :contactName,
                            contact_phone_cipher = :contactPhone, version = version + 1
                        where id = :id and version = :version and state <> 'CLOSED'
                        returning
                        """ + VIEW + ", contact_name_cipher, contact_phone_cipher, founded_at, version")
                .bind("id", id.value())
                .bind("version", version)
                .bind("place", place)
                .bind("contactName", personalText.encrypt(contactName))
                .bind("contactPhone", personalText.encrypt(contactPhone));
        return bindDistrict(statement, districtCode).map(this::whole).one();
    }

    /** Keeps others from changing who acts for it until the caller's transaction ends; empty where there is none. */
    public Mono<OrganisationView> lock(OrganisationId id) {
        return database.sql("select " + VIEW + " from organisation.organisation where id = :id for update")
                .bind("id", id.value())
                .map(OrganisationRepository::view)
                .one();
    }

    /** True where it was waiting to be checked. */
    public Mono<Boolean> activate(OrganisationId id, Instant at) {
        return database.sql("""
                        update organisation.organisation set state = 'ACTIVE', activated_at = :at, version = version + 1
                        where id = :id and state = 'PENDING'
                        """)
                .bind("at", at)
                .bind("id", id.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Whom to ask for there is forgotten. False where it was closed before. */
    public Mono<Boolean> close(OrganisationId id, AccountId by, String reason, Instant at) {
        return database.sql("""
                        update organisation.organisation
                        set state = 'CLOSED', closed_by = :by, closed_at = :at, closed_reason = :reason,
                            contact_name_cipher = :nobody, contact_phone_cipher = :nobody, version = version + 1
                        where id = :id and state <> 'CLOSED'
                        """)
                .bind("by", by.value())
                .bind("at", at)
                .bind("reason", reason)
                .bind("nobody", personalText.encrypt(""))
                .bind("id", id.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static GenericExecuteSpec bindDistrict(GenericExecuteSpec statement, @Nullable String district) {
        return district == null ? statement.bindNull("district", String.class) : statement.bind("district", district);
    }

    private Organisation whole(Readable row) {
        return new Organisation(
                view(row),
                personalText.decrypt(required(row, "contact_name_cipher", byte[].class)),
                personalText.decrypt(required(row, "contact_phone_cipher", byte[].class)),
                required(row, "founded_at", Instant.class),
                required(row, "version", Long.class));
    }

    private static OrganisationView view(Readable row) {
        return new OrganisationView(
                new OrganisationId(required(row, "id", UUID.class)),
                required(row, "name", String.class),
                required(row, "credit_code", String.class),
                OrganisationKind.valueOf(required(row, "kind", String.class)),
                OrganisationState.valueOf(required(row, "state", String.class)),
                row.get("district_code", String.class),
                required(row, "place", String.class));
    }
}
