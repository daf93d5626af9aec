package io.xunshi.platform.invoicing.storage;

import io.xunshi.platform.audit.SelectedFindings;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Natural persons for whom four fifths of the yearly limit or more were invoiced in the twelve months up to now, by a
 * name of this list alone.
 */
@Repository
class SellerLimitFindings extends SelectedFindings {
    private static final int QUESTION = 17;

    private static final String FINDINGS = """
            select 'P-' || left(md5(person::text), 8) as code, null::uuid as subject, null::uuid as organisation,
                   max(entered_at) as at,
                   jsonb_build_object(
                       'netFen', sum(net_fen), 'purchases', count(*), 'sharePercent', sum(net_fen) * 100 / 500000000) as facts
            from invoicing.purchase
            where state in ('ENTERED', 'INVOICED')
              and counted_on >= date_trunc('month', current_date) - interval '11 months'
            group by person
            having sum(net_fen) >= 400000000
            """;

    SellerLimitFindings(DatabaseClient database) {
        super(database, QUESTION, FINDINGS);
    }
}
