package io.xunshi.platform.custody.storage;

import io.xunshi.platform.audit.SelectedFindings;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** What was received from outside the chain on which day at which site, to be followed from there. */
@Repository
class FirstReceiptFindings extends SelectedFindings {
    private static final int QUESTION = 2;

    private static final String FINDINGS = """
            select batch.code, batch.id as subject, batch.organisation,
                   batch.happened_on::timestamp at time zone 'Asia/Shanghai' as at,
                   jsonb_build_object(
                       'site', site.name, 'area', site.area, 'material', parcel.material,
                       'grams', batch.entered_grams, 'source', batch.source) as facts
            from custody.batch
            join custody.site on site.id = batch.site
            join lateral (select material from custody.parcel where made_by = batch.id order by code limit 1) as parcel on true
            where batch.kind = 'RECEIPT'
            """;

    FirstReceiptFindings(DatabaseClient database) {
        super(database, QUESTION, FINDINGS);
    }
}
