package io.xunshi.platform.invoicing.storage;

import io.xunshi.platform.audit.SelectedFindings;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** Metal that organisations bought of natural persons and invoiced themselves, without who those are. */
@Repository
class MetalPurchaseFindings extends SelectedFindings {
    private static final int QUESTION = 11;

    private static final String FINDINGS = """
            select agreement as code, null::uuid as subject, organisation,
                   bought_on::timestamp at time zone 'Asia/Shanghai' as at,
                   jsonb_build_object(
                       'material', material, 'measure', measure, 'quantity', quantity, 'netFen', net_fen, 'state', state)
                       as facts
            from invoicing.purchase
            where state <> 'WITHDRAWN' and (material like 'FE%' or material like 'NF%')
            """;

    MetalPurchaseFindings(DatabaseClient database) {
        super(database, QUESTION, FINDINGS);
    }
}
