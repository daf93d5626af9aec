package io.xunshi.platform.custody.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.custody.domain.Site;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sites of organisations. */
@Repository
public class SiteRepository {
    private static final String SITE =
            "select id, organisation, name, area, address, is_home, is_provisional, opened_at from custody.site ";

    private final DatabaseClient database;

    SiteRepository(DatabaseClient database) {
        this.database = database;
    }

    /** The earliest opened first. */
    public Flux<Site> findOf(OrganisationId organisation) {
        return database.sql(SITE + "where organisation = :organisation order by opened_at, id")
                .bind("organisation", organisation.value())
                .map(SiteRepository::site)
                .all();
    }

    public Mono<Site> find(UUID id) {
        return database.sql(SITE + "where id = :id")
                .bind("id", id)
                .map(SiteRepository::site)
                .one();
    }

    /** Until the end of the caller's transaction: who opens a site of the organisation waits for who does, too. */
    public Mono<Void> lock(OrganisationId organisation) {
        return database.sql(
                        "select pg_advisory_xact_lock(hashtextextended('custody.site of ' || :organisation::text, 0))")
                .bind("organisation", organisation.value())
                .then();
    }

    /** None is home until another is added. */
    public Mono<Void> leaveHome(OrganisationId organisation) {
        return database.sql("update custody.site set is_home = false where organisation = :organisation and is_home")
                .bind("organisation", organisation.value())
                .then();
    }

    /** Empty where another has its name. */
    public Mono<Site> add(Site site) {
        return database.sql("""
                        insert into custody.site (id, organisation, name, area, address, is_home, is_provisional, opened_at)
                        values (:id, :organisation, :name, :area, :address, :home, :provisional, :openedAt)
                        on conflict (organisation, name) do nothing
                        """)
                .bind("id", site.id())
                .bind("organisation", site.organisation().value())
                .bind("name", site.name())
                .bind("area", site.areaCode())
                .bind("address", site.address())
                .bind("home", site.isHome())
                .bind("provisional", site.isProvisional())
                .bind("openedAt", site.openedAt())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows > 0)
                .map(rows -> site);
    }

    private static Site site(Readable row) {
        return new Site(
                required(row, "id", UUID.class),
                new OrganisationId(required(row, "organisation", UUID.class)),
                required(row, "name", String.class),
                required(row, "area", String.class),
                required(row, "address", String.class),
                required(row, "is_home", Boolean.class),
                required(row, "is_provisional", Boolean.class),
                required(row, "opened_at", Instant.class));
    }
}
