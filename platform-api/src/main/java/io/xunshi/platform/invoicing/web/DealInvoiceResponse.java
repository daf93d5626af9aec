package io.xunshi.platform.invoicing.web;

import io.xunshi.platform.invoicing.InvoiceKind;
import io.xunshi.platform.invoicing.InvoiceState;
import io.xunshi.platform.invoicing.domain.Invoice;
import io.xunshi.platform.invoicing.domain.InvoiceLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The invoice of a deal. Money is fen, quantities are grams or pieces.
 *
 * @param code empty for a digital invoice
 * @param objection what the buyer says is wrong; null where they say nothing
 * @param redLetter what took it back; null unless something did
 */
record DealInvoiceResponse(
        UUID id,
        UUID dealId,
        String dealCode,
        UUID sellerId,
        UUID buyerId,
        UUID statementId,
        InvoiceKind kind,
        String code,
        String number,
        LocalDate issuedOn,
        String sellerTaxNumber,
        String buyerTaxNumber,
        int rateBasisPoints,
        List<LineResponse> lines,
        long netFen,
        long taxFen,
        long totalFen,
        InvoiceState state,
        @Nullable String objection,
        @Nullable RedLetterResponse redLetter,
        Instant enteredAt) {

    static DealInvoiceResponse of(Invoice invoice) {
        var issued = invoice.issued();
        var vat = issued.vat();
        return new DealInvoiceResponse(
                invoice.id(),
                invoice.deal().value(),
                invoice.dealCode(),
                invoice.seller().value(),
                invoice.buyer().value(),
                invoice.statement(),
                issued.kind(),
                issued.number().code(),
                issued.number().number(),
                issued.issuedOn(),
                issued.sellerTaxNumber(),
                issued.buyerTaxNumber(),
                issued.rateBasisPoints(),
                issued.lines().stream().map(LineResponse::of).toList(),
                vat.net(),
                vat.tax(),
                vat.gross(),
                invoice.state(),
                invoice.objection(),
                RedLetterResponse.of(invoice.reversal()),
                invoice.enteredAt());
    }

    record LineResponse(String materialCode, String name, long quantity, long netFen, long taxFen) {
        static LineResponse of(InvoiceLine line) {
            return new LineResponse(line.materialCode(), line.name(), line.quantity(), line.netFen(), line.taxFen());
        }
    }
}
