package io.xunshi.platform.organisation.storage;

import io.xunshi.platform.audit.SelectedFigure;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * 回收企业: recyclers of the city whose filing with the commerce office is approved and held on the last day of the year,
 * or holds today. Who has left since is not among them, since nobody records when that was.
 */
@Repository
class RecyclersFigure extends SelectedFigure {
    private static final int INDICATOR = 5;

    private static final String RECYCLERS = """
            select credit_code as code, null::uuid as subject, id as organisation, activated_at as at, district_code as area,
                   1 as amount
            from organisation.organisation
            where kind = 'RECYCLER' and state = 'ACTIVE' and district_code is not null
              and exists (
                select from organisation.licence
                where organisation_id = organisation.id and kind = 'COMMERCE_FILING' and state = 'APPROVED'
                  and (least(:until - interval '1 second', now()) at time zone 'Asia/Shanghai')::date
                      between valid_from and coalesce(valid_to, 'infinity'))
            """;

    RecyclersFigure(DatabaseClient database) {
        super(database, INDICATOR, Span.BY_ITS_END, RECYCLERS);
    }
}
