package io.xunshi.platform.consignment.domain;

import io.xunshi.platform.consignment.PointId;
import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a consignor and a point have agreed on (寄卖协议) for what was handed in at one time.
 *
 * @param code the paper code, <code>A…</code>: who holds the paper is taken for the consignor
 * @param schemeVersion the commission scheme of that day
 * @param takenInBy the operator
 */
public record Agreement(
        UUID id,
        String code,
        PointId point,
        Consignor consignor,
        int schemeVersion,
        List<Markdown> markdowns,
        EndChoice endChoice,
        AccountId takenInBy,
        Instant signedAt,
        Instant termEndsAt) {

    public Agreement {
        markdowns = List.copyOf(markdowns);
    }

    /** Whose things they are. */
    public sealed interface Consignor {

        /** Somebody with an account, who can follow it and be told. */
        record Known(AccountId account) implements Consignor {}

        /** Somebody without one, whom an operator took in by name. */
        record OnPaper(String name) implements Consignor {}
    }
}
