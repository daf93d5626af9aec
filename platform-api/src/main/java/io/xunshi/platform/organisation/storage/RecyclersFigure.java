package io.xunshi.platform.organisation.storage;

import io.xunshi.platform.audit.SelectedFigure;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** 回收企业: active recyclers whose filing with the commerce office is approved and holds today. */
@Repository
class RecyclersFigure extends SelectedFigure {
    private static final int INDICATOR = 5;

    private static final String RECYCLERS = """
            select credit_code as code, null::uuid as subject, id as organisation, activated_at as at, district_code as area,
                   1 as amount
            from organisation.organisation
            where kind = 'RECYCLER' and state = 'ACTIVE'
              and exists (
                select from organisation.licence
                where organisation_id = organisation.id and kind = 'COMMERCE_FILING' and state = 'APPROVED'
                  and valid_from <= (now() at time zone 'Asia/Shanghai')::date
                  and (valid_to is null or valid_to >= (now() at time zone 'Asia/Shanghai')::date))
            """;

    RecyclersFigure(DatabaseClient database) {
        super(database, INDICATOR, Span.BY_ITS_END, RECYCLERS);
    }
}
