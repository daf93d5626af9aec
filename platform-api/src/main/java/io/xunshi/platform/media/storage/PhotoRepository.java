package io.xunshi.platform.media.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.media.domain.Photo;
import io.xunshi.platform.media.domain.Photo.Dimensions;
import io.xunshi.platform.media.domain.PictureType;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Photos in PostgreSQL. */
@Repository
public class PhotoRepository {
    private final DatabaseClient database;

    PhotoRepository(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Void> await(Photo.Awaited photo, Instant now) {
        return database.sql("""
                        insert into media.photo (id, owner, declared_type, created_at)
                        values (:id, :owner, :type, :now)
                        """)
                .bind("id", photo.id().value())
                .bind("owner", photo.owner().value())
                .bind("type", photo.type().mediaType())
                .bind("now", now)
                .then();
    }

    /** Empty for a foreign photo as for none. */
    public Mono<Photo> findOwn(PhotoId id, AccountId owner) {
        return database.sql("""
                        select id, owner, declared_type, placeholder, widths, heights
                        from media.photo
                        where id = :id and owner = :owner
                        """)
                .bind("id", id.value())
                .bind("owner", owner.value())
                .map(PhotoRepository::photo)
                .one();
    }

    public Flux<Photo.Ready> findReady(Collection<PhotoId> ids) {
        return database.sql("""
                        select id, owner, declared_type, placeholder, widths, heights
                        from media.photo
                        where id = any(:ids) and placeholder is not null
                        """)
                .bind("ids", valuesOf(ids))
                .map(PhotoRepository::photo)
                .all()
                .ofType(Photo.Ready.class);
    }

    public Flux<Photo.Ready> findOwnReady(Collection<PhotoId> ids, AccountId owner) {
        return database.sql("""
                        select id, owner, declared_type, placeholder, widths, heights
                        from media.photo
                        where id = any(:ids) and owner = :owner and placeholder is not null
                        """)
                .bind("ids", valuesOf(ids))
                .bind("owner", owner.value())
                .map(PhotoRepository::photo)
                .all()
                .ofType(Photo.Ready.class);
    }

    /** Oldest first. */
    public Flux<Photo.Ready> findAllOf(AccountId owner) {
        return database.sql("""
                        select id, owner, declared_type, placeholder, widths, heights
                        from media.photo
                        where owner = :owner and placeholder is not null
                        order by created_at, id
                        """)
                .bind("owner", owner.value())
                .map(PhotoRepository::photo)
                .all()
                .ofType(Photo.Ready.class);
    }

    public Mono<Void> markReady(Photo.Ready photo) {
        return database.sql("""
                        update media.photo
                        set placeholder = :placeholder, widths = :widths, heights = :heights
                        where id = :id
                        """)
                .bind("placeholder", photo.placeholder())
                .bind("widths", photo.sizes().stream().map(Dimensions::width).toArray(Integer[]::new))
                .bind("heights", photo.sizes().stream().map(Dimensions::height).toArray(Integer[]::new))
                .bind("id", photo.id().value())
                .then();
    }

    public Mono<Void> keep(Collection<PhotoId> ids, AccountId owner) {
        return database.sql("update media.photo set kept = true where id = any(:ids) and owner = :owner and not kept")
                .bind("ids", valuesOf(ids))
                .bind("owner", owner.value())
                .then();
    }

    public Mono<Void> handOver(Collection<PhotoId> ids, AccountId from, AccountId to) {
        return database.sql("update media.photo set owner = :to where id = any(:ids) and owner = :from")
                .bind("to", to.value())
                .bind("ids", valuesOf(ids))
                .bind("from", from.value())
                .then();
    }

    /** Photos that nothing shows and that are older than the limit. */
    public Flux<Photo> findForgotten(Instant limit, int most) {
        return database.sql("""
                        select id, owner, declared_type, placeholder, widths, heights
                        from media.photo
                        where not kept and created_at < :limit
                        order by created_at
                        limit :most
                        """)
                .bind("limit", limit)
                .bind("most", most)
                .map(PhotoRepository::photo)
                .all();
    }

    /** False where it is shown by now. */
    public Mono<Boolean> removeForgotten(PhotoId id) {
        return database.sql("delete from media.photo where id = :id and not kept")
                .bind("id", id.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static Photo photo(Readable row) {
        var id = new PhotoId(required(row, "id", UUID.class));
        var placeholder = row.get("placeholder", String.class);
        if (placeholder == null) {
            return new Photo.Awaited(
                    id,
                    new AccountId(required(row, "owner", UUID.class)),
                    PictureType.declaredAs(required(row, "declared_type", String.class)));
        }
        var widths = required(row, "widths", Integer[].class);
        var heights = required(row, "heights", Integer[].class);
        return new Photo.Ready(
                id,
                placeholder,
                IntStream.range(0, widths.length)
                        .mapToObj(i -> new Dimensions(widths[i], heights[i]))
                        .toList());
    }

    private static UUID[] valuesOf(Collection<PhotoId> ids) {
        return ids.stream().map(PhotoId::value).toArray(UUID[]::new);
    }
}
