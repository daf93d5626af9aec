package io.xunshi.platform.media.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.media.domain.PictureLook;
import io.xunshi.platform.media.domain.PictureLook.Both;
import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What photos look like, found by Hamming distance. The coarse 64 bits are kept in four bands of sixteen: what differs
 * in at most eleven bits differs in at most two of some band, and the 137 values of a band that are so near are looked
 * up in an index. A photo refers to the last judgement of its picture, so that publishing asks one indexed question.
 */
@Repository
public class LookRepository {
    private static final int BANDS = 4;
    private static final int BAND_BITS = 16;
    private static final int[] NEAR = near();

    /** Who comes after so many is not asked about: none of them is the first. */
    private static final int ALIKE_MAX = 1000;

    private final DatabaseClient database;

    LookRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Does nothing where it is there. */
    public Mono<Void> add(Looked photo) {
        var insert = database.sql("""
                        insert into media.look
                            (photo_id, taken_at, coarse, fine, mirrored_coarse, mirrored_fine, judgement_id)
                        values (:id, :takenAt, :coarse, :fine, :mirroredCoarse, :mirroredFine, :judgement)
                        on conflict do nothing
                        """)
                .bind("id", photo.id().value())
                .bind("takenAt", photo.takenAt())
                .bind("coarse", photo.looks().plain().coarse())
                .bind("fine", photo.looks().plain().fine().toByteArray())
                .bind("mirroredCoarse", photo.looks().mirrored().coarse())
                .bind("mirroredFine", photo.looks().mirrored().fine().toByteArray());
        var judgement = photo.judgement();
        return (judgement == null ? insert.bindNull("judgement", UUID.class) : insert.bind("judgement", judgement.id()))
                .then();
    }

    /** Without those that show hardly anything. */
    public Mono<List<Looked>> find(Collection<PhotoId> photos) {
        return database.sql("""
                        select photo_id, taken_at, look.coarse, look.fine, mirrored_coarse, mirrored_fine,
                               judgement_id, foreign_since
                        from media.look left join media.judged_look on judged_look.id = judgement_id
                        where photo_id = any(:photos)
                        order by photo_id
                        """)
                .bind("photos", valuesOf(photos))
                .map((Readable row) -> new Looked(
                        new PhotoId(required(row, "photo_id", UUID.class)),
                        required(row, "taken_at", Instant.class),
                        new Both(look(row, "coarse", "fine"), look(row, "mirrored_coarse", "mirrored_fine")),
                        judgement(row)))
                .all()
                .collectList();
    }

    /** All photos that show the same, whosever and those asked about too; the earliest first in either direction. */
    public Flux<Alike> findLike(Both looks) {
        return Flux.just(looks.plain(), looks.mirrored())
                .concatMap(this::findLike)
                .distinct();
    }

    /** Those of the photos whose picture was judged to be somebody else's, and not of the one who shows it. */
    public Flux<PhotoId> findForeign(Collection<PhotoId> photos, AccountId shower) {
        return database.sql("""
                        select look.photo_id
                        from media.look join media.judged_look on judged_look.id = judgement_id
                        where look.photo_id = any(:photos)
                          and foreign_since is not null
                          and not exists (
                              select
                              from media.look earlier join media.photo on photo.id = earlier.photo_id
                              where earlier.judgement_id = look.judgement_id
                                and earlier.taken_at < foreign_since
                                and owner = :shower)
                        """)
                .bind("photos", valuesOf(photos))
                .bind("shower", shower.value())
                .map((Readable row) -> new PhotoId(required(row, "photo_id", UUID.class)))
                .all();
    }

    /** The last judgement of the picture; empty where there is none. */
    public Mono<Judgement> findJudgement(Both looks) {
        return database.sql("""
                        select id as judgement_id, coarse, fine, foreign_since
                        from media.judged_look
                        where bit_count((coarse # :coarse)::bit(64)) <= :most
                           or bit_count((coarse # :mirrored)::bit(64)) <= :most
                        order by judged_at desc, id desc
                        """)
                .bind("coarse", looks.plain().coarse())
                .bind("mirrored", looks.mirrored().coarse())
                .bind("most", PictureLook.COARSE_MAX)
                .map((Readable row) -> new Judged(
                        look(row, "coarse", "fine"),
                        new Judgement(
                                required(row, "judgement_id", UUID.class), row.get("foreign_since", Instant.class))))
                .all()
                .filter(judged -> looks.areLike(judged.look()))
                .next()
                .map(Judged::judgement);
    }

    public Mono<Void> judge(PictureLook look, Judgement judgement, Instant now) {
        var insert = database.sql("""
                        insert into media.judged_look (id, coarse, fine, foreign_since, judged_at)
                        values (:id, :coarse, :fine, :foreignSince, :now)
                        """)
                .bind("id", judgement.id())
                .bind("coarse", look.coarse())
                .bind("fine", look.fine().toByteArray())
                .bind("now", now);
        var foreignSince = judgement.foreignSince();
        return (foreignSince == null
                        ? insert.bindNull("foreignSince", Instant.class)
                        : insert.bind("foreignSince", foreignSince))
                .then();
    }

    /** The photos show the judged picture. */
    public Mono<Void> mark(Collection<PhotoId> photos, UUID judgement) {
        return database.sql("update media.look set judgement_id = :judgement where photo_id = any(:photos)")
                .bind("judgement", judgement)
                .bind("photos", valuesOf(photos))
                .then();
    }

    private Flux<Alike> findLike(PictureLook look) {
        return database.sql("""
                        select photo_id, owner, kept, taken_at, coarse, fine
                        from media.look join media.photo on photo.id = look.photo_id
                        where (band_0 = any(:band0) or band_1 = any(:band1) or band_2 = any(:band2) or band_3 = any(:band3))
                          and bit_count((coarse # :coarse)::bit(64)) <= :most
                        order by taken_at
                        limit :limit
                        """)
                .bind("band0", near(look.coarse(), 0))
                .bind("band1", near(look.coarse(), 1))
                .bind("band2", near(look.coarse(), 2))
                .bind("band3", near(look.coarse(), BANDS - 1))
                .bind("coarse", look.coarse())
                .bind("most", PictureLook.COARSE_MAX)
                .bind("limit", ALIKE_MAX)
                .map((Readable row) -> new Candidate(
                        new Alike(
                                new PhotoId(required(row, "photo_id", UUID.class)),
                                new AccountId(required(row, "owner", UUID.class)),
                                required(row, "taken_at", Instant.class),
                                required(row, "kept", Boolean.class)),
                        look(row, "coarse", "fine")))
                .all()
                .filter(candidate -> look.isLike(candidate.look()))
                .map(Candidate::photo);
    }

    private static @Nullable Judgement judgement(Readable row) {
        var id = row.get("judgement_id", UUID.class);
        return id == null ? null : new Judgement(id, row.get("foreign_since", Instant.class));
    }

    private static PictureLook look(Readable row, String coarse, String fine) {
        return new PictureLook(required(row, coarse, Long.class), BitSet.valueOf(required(row, fine, byte[].class)));
    }

    private static UUID[] valuesOf(Collection<PhotoId> photos) {
        return photos.stream().map(PhotoId::value).toArray(UUID[]::new);
    }

    private static Integer[] near(long coarse, int band) {
        var value = (int) (coarse >>> band * BAND_BITS) & 0xFFFF;
        return IntStream.of(NEAR).mapToObj(change -> value ^ change).toArray(Integer[]::new);
    }

    /** All changes of at most two of sixteen bits. */
    private static int[] near() {
        return IntStream.range(0, 1 << BAND_BITS)
                .filter(change -> Integer.bitCount(change) <= 2)
                .toArray();
    }

    /** @param judgement the last of its picture; null where there is none */
    public record Looked(
            PhotoId id,
            Instant takenAt,
            Both looks,
            @Nullable Judgement judgement) {
        public boolean isFree() {
            return judgement != null && judgement.foreignSince() == null;
        }
    }

    /** @param foreignSince who took the picture in from then on copied it; null where anybody may show it */
    public record Judgement(UUID id, @Nullable Instant foreignSince) {}

    /** @param isShown whether anything shows it or showed it */
    public record Alike(PhotoId id, AccountId owner, Instant takenAt, boolean isShown) {}

    private record Judged(PictureLook look, Judgement judgement) {}

    private record Candidate(Alike photo, PictureLook look) {}
}
