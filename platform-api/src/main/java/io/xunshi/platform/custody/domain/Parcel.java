package io.xunshi.platform.custody.domain;

import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.organisation.OrganisationId;
import java.math.BigInteger;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some of one material at one site (料批). Made once, by one batch; what changes is only how much is left.
 *
 * @param code what people read aloud, <code>T…</code>
 * @param madeBy the batch
 * @param grams when it was made, positive
 * @param left what no batch has taken of it
 * @param documented of the grams, those that a first receipt stands behind
 * @param lot for which it was put together; null for none
 */
public record Parcel(
        UUID id,
        String code,
        UUID madeBy,
        OrganisationId organisation,
        UUID site,
        String materialCode,
        long grams,
        long left,
        long documented,
        CustodyModel model,
        @Nullable LotId lot,
        Instant madeAt) {

    /** How much of a part of it is documented, rounded down: what nobody can show is not counted. */
    public long documentedOf(long part) {
        return share(documented, part, grams);
    }

    /** How much of something belongs to a part of a whole, rounded down. */
    static long share(long something, long part, long whole) {
        return BigInteger.valueOf(something)
                .multiply(BigInteger.valueOf(part))
                .divide(BigInteger.valueOf(whole))
                .longValueExact();
    }
}
