package io.xunshi.platform.invoicing.usecase;

import io.xunshi.platform.invoicing.domain.Batch;
import io.xunshi.platform.invoicing.domain.BatchRow;
import io.xunshi.platform.organisation.OrganisationView;
import java.util.List;

/** A batch with the match table of all its invoices, those that were refused too. */
public record BatchTable(Batch batch, OrganisationView organisation, List<BatchRow> rows) {
    public BatchTable {
        rows = List.copyOf(rows);
    }
}
