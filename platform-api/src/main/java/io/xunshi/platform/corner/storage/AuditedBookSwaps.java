package io.xunshi.platform.corner.storage;

import io.xunshi.platform.audit.AuditedTrade.Role;
import io.xunshi.platform.audit.OneStepTrades;
import io.xunshi.platform.audit.TradeKind;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Books that left a corner for good, as soon as nobody can take it back. They name a title and a corner, and no child.
 * Books that left before codes were kept are not among them.
 */
@Component
class AuditedBookSwaps extends OneStepTrades {
    private static final String SWAPS = """
            select movement.id, departure.code, 'SWAPPED' as state, null::uuid as party, null::uuid as listing_id,
                   title.title, corner.district_code, null::bigint as price_fen, null::text as snapshot_hash, movement.at
            from corner.departure
            join corner.movement on movement.id = departure.movement_id
            join corner.title on title.isbn = movement.isbn
            join corner.corner on corner.id = movement.corner_id
            where told_at is not null and departure.code is not null""";

    AuditedBookSwaps(DatabaseClient database) {
        super(database, TradeKind.BOOK_SWAP, Role.GIVER, "BOOK_TAKEN", SWAPS);
    }
}
