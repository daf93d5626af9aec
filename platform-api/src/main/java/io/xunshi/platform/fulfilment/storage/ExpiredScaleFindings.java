package io.xunshi.platform.fulfilment.storage;

import io.xunshi.platform.audit.SelectedFindings;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** Weighings by a scale whose certificate had ended, and registered scales whose certificate has. */
@Repository
class ExpiredScaleFindings extends SelectedFindings {
    private static final int QUESTION = 25;

    private static final String FINDINGS = """
            select ticket.device as code, ticket.deal as subject, null::uuid as organisation, ticket.gross_at as at,
                   jsonb_build_object('kind', 'WEIGHING', 'scale', ticket.scale, 'certificateTo', ticket.certificate_to) as facts
            from fulfilment.ticket
            where ticket.superseded_at is null
              and ticket.certificate_to < (ticket.gross_at at time zone 'Asia/Shanghai')::date
            union all
            select device.id, null, device.organisation,
                   device.certificate_to::timestamp at time zone 'Asia/Shanghai',
                   jsonb_build_object('kind', 'DEVICE', 'certificateTo', device.certificate_to)
            from fulfilment.device
            where device.certificate_to < (now() at time zone 'Asia/Shanghai')::date
            """;

    ExpiredScaleFindings(DatabaseClient database) {
        super(database, QUESTION, FINDINGS);
    }
}
