package io.xunshi.platform.exchange.domain;

import io.xunshi.platform.kernel.Sha256;
import io.xunshi.platform.media.DocumentView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * 检验报告: what a laboratory read of a lot before it is sold, as its seller handed it in.
 *
 * @param number as the laboratory gave it
 * @param issuedOn the day on the paper
 * @param readings by the codes of the material's quality attributes; those that the seller has typed, maybe none
 * @param document the paper itself
 */
public record AssayReport(
        UUID id,
        String laboratory,
        String number,
        LocalDate issuedOn,
        Map<String, String> readings,
        DocumentView document,
        Instant addedAt) {
    /** So many of one lot: a few samples, and what the buyer's grade asks besides. */
    public static final int PER_LOT_MAX = 10;

    public AssayReport {
        laboratory = LotTerms.written(laboratory);
        number = LotTerms.written(number);
        readings = Map.copyOf(readings);
    }

    /**
     * What the log has of it: the hash of one line with the lot's code, laboratory, number, day, readings as <code>
     * code=value</code> sorted by code and parted by commas, and the hash of the paper, divided by <code>|</code>.
     * Everybody sees every part on the page of the lot.
     *
     * @param lot its code
     */
    public String seal(String lot) {
        var read = new TreeMap<>(readings)
                .entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(","));
        return Sha256.of(String.join("|", lot, laboratory, number, issuedOn.toString(), read, document.sha256()));
    }
}
