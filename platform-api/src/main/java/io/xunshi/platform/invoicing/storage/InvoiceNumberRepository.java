package io.xunshi.platform.invoicing.storage;

import io.xunshi.platform.invoicing.domain.InvoiceNumber;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The numbers of all invoices that anybody has entered. */
@Repository
public class InvoiceNumberRepository {
    private final DatabaseClient database;

    InvoiceNumberRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Whether nobody has entered it before. */
    public Mono<Boolean> take(InvoiceNumber number, UUID usedFor) {
        return database.sql("""
                        insert into invoicing.number (code, number, used_for) values (:code, :number, :usedFor)
                        on conflict do nothing
                        """)
                .bind("code", number.code())
                .bind("number", number.number())
                .bind("usedFor", usedFor)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}
