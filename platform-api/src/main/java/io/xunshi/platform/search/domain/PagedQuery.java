package io.xunshi.platform.search.domain;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** A question whose answer comes in pages. Implementations are records, whose text names all that was asked. */
public sealed interface PagedQuery permits OfferCriteria, SearchCriteria {

    /** How many numbers, before the id, say where a result stands. */
    int numbersInPosition();

    /** Equal for equal questions in every process, so that a cursor tells whether it belongs to them. */
    default long fingerprint() {
        var checksum = new CRC32C();
        checksum.update(toString().getBytes(StandardCharsets.UTF_8));
        return checksum.getValue();
    }
}
