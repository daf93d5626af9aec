package io.xunshi.platform.custody.storage;

import io.xunshi.platform.audit.SelectedFigure;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * 加工利用量: what was used up by melting, washing and dismantling. Sorting, shredding and baling only prepare material,
 * which would count again when it is melted.
 */
@Repository
class ProcessedFigure extends SelectedFigure {
    private static final int INDICATOR = 10;

    private static final String PROCESSED = """
            select batch.code, batch.id as subject, batch.organisation,
                   batch.happened_on::timestamp at time zone 'Asia/Shanghai' as at, site.area, batch.input_grams as amount
            from custody.batch
            join custody.site on site.id = batch.site
            where batch.kind = 'PROCESSING' and batch.process in ('MELTING', 'WASHING', 'DISMANTLING')
              and site.area <> 'OUTSIDE'
              and not exists (select from custody.batch as reversal where reversal.corrects = batch.id)
            """;

    ProcessedFigure(DatabaseClient database) {
        super(database, INDICATOR, Span.OF_THE_YEAR, PROCESSED);
    }
}
