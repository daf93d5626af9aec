package io.xunshi.platform.invoicing.usecase;

import io.xunshi.platform.invoicing.domain.Batch;
import io.xunshi.platform.invoicing.domain.BatchRow;
import io.xunshi.platform.organisation.OrganisationView;
import java.util.List;

/**
 * A batch with the match table of all its invoices, those that were refused too.
 *
 * @param document what was handed out: JSON as <code>docs/schemas/invoice-batch.schema.json</code> describes it
 */
public record BatchTable(Batch batch, OrganisationView organisation, List<BatchRow> rows, String document) {
    public BatchTable {
        rows = List.copyOf(rows);
    }
}
