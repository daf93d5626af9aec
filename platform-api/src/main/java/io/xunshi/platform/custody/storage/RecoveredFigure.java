package io.xunshi.platform.custody.storage;

import io.xunshi.platform.audit.SelectedFigure;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * 回收量: first receipts alone, of generators, residents and own production. What came from other operators was recovered
 * before, and what was taken back was never there.
 */
@Repository
class RecoveredFigure extends SelectedFigure {
    private static final int INDICATOR = 7;

    private static final String RECEIPTS = """
            select batch.code, batch.id as subject, batch.organisation,
                   batch.happened_on::timestamp at time zone 'Asia/Shanghai' as at, site.area, batch.entered_grams as amount
            from custody.batch
            join custody.site on site.id = batch.site
            where batch.kind = 'RECEIPT' and batch.source <> 'OPERATOR'
              and site.area <> 'OUTSIDE'
              and not exists (select from custody.batch as reversal where reversal.corrects = batch.id)
            """;

    RecoveredFigure(DatabaseClient database) {
        super(database, INDICATOR, Span.OF_THE_YEAR, RECEIPTS);
    }
}
