package io.xunshi.platform.fulfilment.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.fulfilment.domain.WeighDevice;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The weighbridges of organisations, and until when their certificates hold. */
@Repository
public class WeighDeviceRepository {
    private final DatabaseClient database;

    WeighDeviceRepository(DatabaseClient database) {
        this.database = database;
    }

    /** A device that is there already gets its new certificate. */
    public Mono<Void> save(OrganisationId organisation, WeighDevice device, AccountId by, Instant now) {
        return database.sql("""
                        insert into fulfilment.device
                            (organisation, id, name, certificate, certificate_to, entered_at, entered_by)
                        values (:organisation, :id, :name, :certificate, :to, :at, :by)
                        on conflict (organisation, id) do update
                        set name = excluded.name, certificate = excluded.certificate,
                            certificate_to = excluded.certificate_to, entered_at = excluded.entered_at,
                            entered_by = excluded.entered_by
                        """)
                .bind("organisation", organisation.value())
                .bind("id", device.id())
                .bind("name", device.name())
                .bind("certificate", device.certificate())
                .bind("to", device.certificateTo())
                .bind("at", now)
                .bind("by", by.value())
                .then();
    }

    /** By their ids. */
    public Flux<WeighDevice> findOf(OrganisationId organisation) {
        return database.sql("""
                        select id, name, certificate, certificate_to
                        from fulfilment.device where organisation = :organisation order by id
                        """)
                .bind("organisation", organisation.value())
                .map(WeighDeviceRepository::device)
                .all();
    }

    private static WeighDevice device(Readable row) {
        return new WeighDevice(
                required(row, "id", String.class),
                required(row, "name", String.class),
                required(row, "certificate", String.class),
                required(row, "certificate_to", LocalDate.class));
    }
}
