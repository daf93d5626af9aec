package io.xunshi.platform.order.storage;

import io.xunshi.platform.audit.SelectedFindings;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** Disputes by when they were opened, whether their deadline has passed, and for whom they ended. */
@Repository
class OverdueDisputeFindings extends SelectedFindings {
    private static final int QUESTION = 26;

    private static final String FINDINGS = """
            select purchase.code, purchase.id as subject, null::uuid as organisation, dispute.opened_at as at,
                   jsonb_strip_nulls(jsonb_build_object(
                       'state', dispute.state, 'reason', dispute.reason, 'overdue', coalesce(dispute.deadline < now(), false),
                       'winner', dispute.winner, 'refundFen', dispute.refund_fen)) as facts
            from orders.dispute
            join orders.purchase on purchase.id = dispute.order_id
            """;

    OverdueDisputeFindings(DatabaseClient database) {
        super(database, QUESTION, FINDINGS);
    }
}
