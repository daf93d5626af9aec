package io.xunshi.platform.fulfilment.storage;

import io.xunshi.platform.audit.SelectedFindings;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** Claims about deliveries of scrap, whether their deadline has passed, and what they ended in; by their deal's id. */
@Repository
class ClaimFindings extends SelectedFindings {
    private static final int QUESTION = 26;

    private static final String FINDINGS = """
            select left(claim.deal::text, 13) as code, claim.deal as subject, fulfilment.seller as organisation,
                   claim.since as at,
                   jsonb_strip_nulls(jsonb_build_object(
                       'state', claim.state,
                       'overdue', claim.state <> 'ENDED' and coalesce(fulfilment.deadline < now(), false),
                       'outcome', claim.outcome_kind, 'refundFen', claim.outcome_fen)) as facts
            from fulfilment.claim
            join fulfilment.fulfilment on fulfilment.deal = claim.deal
            """;

    ClaimFindings(DatabaseClient database) {
        super(database, QUESTION, FINDINGS);
    }
}
