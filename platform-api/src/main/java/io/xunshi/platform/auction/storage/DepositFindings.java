package io.xunshi.platform.auction.storage;

import io.xunshi.platform.audit.SelectedFindings;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** Deposits of bidders that are held or were forfeited, with how their auction ended. */
@Repository
class DepositFindings extends SelectedFindings {
    private static final int QUESTION = 29;

    private static final String FINDINGS = """
            select auction.code, auction.id as subject, auction.seller as organisation, deposit.changed_at as at,
                   jsonb_build_object(
                       'state', deposit.state, 'amountFen', deposit.amount_fen, 'paddle', deposit.paddle,
                       'auctionState', auction.state, 'auctionCause', auction.cause) as facts
            from auction.deposit
            join auction.auction on auction.id = deposit.auction_id
            where deposit.state in ('HELD', 'CONVERTED', 'FORFEITED')
            """;

    DepositFindings(DatabaseClient database) {
        super(database, QUESTION, FINDINGS);
    }
}
