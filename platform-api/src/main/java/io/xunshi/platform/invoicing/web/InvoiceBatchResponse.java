package io.xunshi.platform.invoicing.web;

import io.xunshi.platform.invoicing.domain.Batch;
import io.xunshi.platform.invoicing.domain.BatchRow;
import io.xunshi.platform.invoicing.domain.BatchRow.SubjectKind;
import io.xunshi.platform.invoicing.usecase.BatchTable;
import io.xunshi.platform.organisation.OrganisationView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Invoices that were handed to other books at once.
 *
 * @param exported how many are in its files
 * @param refused how many are not, as their four flows do not agree
 * @param sha256 of the JSON file
 */
record InvoiceBatchResponse(
        UUID id,
        UUID organisationId,
        LocalDate firstDay,
        LocalDate lastDay,
        int exported,
        int refused,
        String sha256,
        Instant madeAt) {

    static InvoiceBatchResponse of(Batch batch) {
        return new InvoiceBatchResponse(
                batch.id(),
                batch.organisation().value(),
                batch.firstDay(),
                batch.lastDay(),
                batch.exported(),
                batch.refused(),
                batch.sha256(),
                batch.madeAt());
    }

    /** With all its invoices, those that were refused too. */
    record TableResponse(InvoiceBatchResponse batch, OwnerResponse organisation, List<RowResponse> rows) {
        static TableResponse of(BatchTable table) {
            return new TableResponse(
                    InvoiceBatchResponse.of(table.batch()),
                    OwnerResponse.of(table.organisation()),
                    table.rows().stream().map(RowResponse::of).toList());
        }

        /** For officers: whom a reverse invoice was issued for is masked. */
        static TableResponse withoutPeople(BatchTable table) {
            var whole = of(table);
            return new TableResponse(
                    whole.batch(),
                    whole.organisation(),
                    whole.rows().stream().map(RowResponse::withoutPeople).toList());
        }
    }

    record OwnerResponse(UUID id, String name, String taxNumber) {
        static OwnerResponse of(OrganisationView organisation) {
            return new OwnerResponse(
                    organisation.id().value(), organisation.name(), organisation.unifiedSocialCreditCode());
        }
    }

    /** @param number with the code before it where it has one */
    record RowResponse(SubjectKind type, String number, boolean isExported, FlowTableResponse flows) {
        RowResponse withoutPeople() {
            return switch (type) {
                case DEAL, DEAL_RED_LETTER -> this;
                case REVERSE, REVERSE_RED_LETTER -> new RowResponse(type, number, isExported, flows.withMaskedSeller());
            };
        }

        static RowResponse of(BatchRow row) {
            return new RowResponse(row.kind(), row.number(), row.isExported(), FlowTableResponse.of(row.flows()));
        }
    }
}
