package io.xunshi.platform.media.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.media.DocumentId;
import io.xunshi.platform.media.DocumentView;
import io.xunshi.platform.media.domain.DocumentType;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What documents there are; their content is in the object store. */
@Repository
public class DocumentRepository {
    private static final String READY = "select id, name, media_type, size_bytes, sha256 from media.document ";

    private final DatabaseClient database;

    DocumentRepository(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Void> await(DocumentId id, AccountId owner, String name, DocumentType type, Instant now) {
        return database.sql("""
                        insert into media.document (id, owner, name, declared_type, created_at)
                        values (:id, :owner, :name, :type, :now)
                        """)
                .bind("id", id.value())
                .bind("owner", owner.value())
                .bind("name", name)
                .bind("type", type.mediaType())
                .bind("now", now)
                .then();
    }

    /** What an announced document of the owner was announced as, also of one that is ready. */
    public Mono<Announced> findAnnounced(DocumentId id, AccountId owner) {
        return database.sql("select name, declared_type from media.document where id = :id and owner = :owner")
                .bind("id", id.value())
                .bind("owner", owner.value())
                .map(row -> new Announced(
                        id,
                        required(row, "name", String.class),
                        DocumentType.declaredAs(required(row, "declared_type", String.class))))
                .one();
    }

    public Mono<Void> markReady(DocumentView document) {
        return database.sql("""
                        update media.document set media_type = :type, size_bytes = :size, sha256 = :sha256
                        where id = :id and sha256 is null
                        """)
                .bind("type", document.mediaType())
                .bind("size", document.sizeBytes())
                .bind("sha256", document.sha256())
                .bind("id", document.id().value())
                .then();
    }

    public Mono<DocumentView> find(DocumentId id) {
        return database.sql(READY + "where id = :id and sha256 is not null")
                .bind("id", id.value())
                .map(DocumentRepository::view)
                .one();
    }

    public Mono<DocumentView> findOwn(DocumentId id, AccountId owner) {
        return database.sql(READY + "where id = :id and owner = :owner and sha256 is not null")
                .bind("id", id.value())
                .bind("owner", owner.value())
                .map(DocumentRepository::view)
                .one();
    }

    /** Oldest first. */
    public Flux<DocumentView> findAllOf(AccountId owner) {
        return database.sql(READY + "where owner = :owner and sha256 is not null order by created_at, id")
                .bind("owner", owner.value())
                .map(DocumentRepository::view)
                .all();
    }

    public Mono<Void> keep(DocumentId id, AccountId owner) {
        return database.sql("update media.document set kept = true where id = :id and owner = :owner and not kept")
                .bind("id", id.value())
                .bind("owner", owner.value())
                .then();
    }

    /** Those that nothing shows and that are older than the limit. */
    public Flux<DocumentId> findForgotten(Instant limit, int most) {
        return database.sql("""
                        select id from media.document where not kept and created_at < :limit
                        order by created_at limit :most
                        """)
                .bind("limit", limit)
                .bind("most", most)
                .map(row -> new DocumentId(required(row, "id", UUID.class)))
                .all();
    }

    /** False where it is shown by now. */
    public Mono<Boolean> removeForgotten(DocumentId id) {
        return database.sql("delete from media.document where id = :id and not kept")
                .bind("id", id.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static DocumentView view(Readable row) {
        return new DocumentView(
                new DocumentId(required(row, "id", UUID.class)),
                required(row, "name", String.class),
                required(row, "media_type", String.class),
                required(row, "size_bytes", Long.class),
                required(row, "sha256", String.class));
    }

    public record Announced(DocumentId id, String name, DocumentType type) {}
}
