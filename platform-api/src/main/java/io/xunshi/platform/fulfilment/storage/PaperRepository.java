package io.xunshi.platform.fulfilment.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.fulfilment.domain.KeptDocument;
import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which documents belong to a performance, with their hashes. */
@Repository
public class PaperRepository {
    private final DatabaseClient database;

    PaperRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Once, however often it is named. */
    public Mono<Void> add(DealId deal, KeptDocument document, AccountId by) {
        return database.sql("""
                        insert into fulfilment.document (deal, id, name, media_type, size_bytes, sha256, added_at, added_by)
                        values (:deal, :id, :name, :type, :size, :sha256, :at, :by)
                        on conflict do nothing
                        """)
                .bind("deal", deal.value())
                .bind("id", document.id())
                .bind("name", document.name())
                .bind("type", document.mediaType())
                .bind("size", document.sizeBytes())
                .bind("sha256", document.sha256())
                .bind("at", document.addedAt())
                .bind("by", by.value())
                .then();
    }

    /** Oldest first. */
    public Flux<KeptDocument> findOf(DealId deal) {
        return database.sql("""
                        select id, name, media_type, size_bytes, sha256, added_at
                        from fulfilment.document where deal = :deal order by added_at, id
                        """)
                .bind("deal", deal.value())
                .map(PaperRepository::document)
                .all();
    }

    private static KeptDocument document(Readable row) {
        return new KeptDocument(
                required(row, "id", UUID.class),
                required(row, "name", String.class),
                required(row, "media_type", String.class),
                required(row, "size_bytes", Long.class),
                required(row, "sha256", String.class),
                required(row, "added_at", Instant.class));
    }
}
