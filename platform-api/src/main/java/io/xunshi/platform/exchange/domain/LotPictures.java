package io.xunshi.platform.exchange.domain;

import io.xunshi.platform.kernel.Sha256;
import io.xunshi.platform.media.PhotoHash;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a seller shows of a lot, hashed before anything is written.
 *
 * @param shown in the order in which they are shown
 */
public record LotPictures(List<PhotoHash> shown) {
    public static final LotPictures NONE = new LotPictures(List.of());

    public LotPictures {
        shown = List.copyOf(shown);
    }

    public boolean isEmpty() {
        return shown.isEmpty();
    }

    /**
     * What the log has of them: SHA-256 of one line, the lot's code, the version of its terms and the hash of each
     * picture as it is served in its largest size, divided by <code>|</code>. Whoever sees the lot can compute it.
     */
    public String seal(Lot lot) {
        return Sha256.of(Stream.concat(
                        Stream.of(lot.code(), String.valueOf(lot.termsVersion())),
                        shown.stream().map(PhotoHash::sha256))
                .collect(Collectors.joining("|")));
    }
}
