package io.xunshi.platform.invoicing.web;

import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.invoicing.InvoiceKind;
import io.xunshi.platform.invoicing.PurchaseState;
import io.xunshi.platform.invoicing.domain.Purchase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A purchase from a natural person. Money is fen.
 *
 * @param idNumber masked
 * @param netFen without tax, what counts for the person
 * @param invoiceKind null until there is an invoice, as are its code, number and day
 * @param redLetter what took the invoice back; null unless something did
 */
record ReversePurchaseResponse(
        UUID id,
        String sellerName,
        String idNumber,
        String agreement,
        LocalDate boughtOn,
        UUID receiptId,
        String materialCode,
        String materialName,
        Measure measure,
        long quantity,
        long grossFen,
        int rateBasisPoints,
        long netFen,
        long taxFen,
        long withheldFen,
        long paidFen,
        String paymentReference,
        LocalDate paidOn,
        PurchaseState state,
        @Nullable InvoiceKind invoiceKind,
        @Nullable String code,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        @Nullable RedLetterResponse redLetter,
        Instant enteredAt) {

    static ReversePurchaseResponse of(Purchase purchase) {
        var bought = purchase.bought();
        var invoiced = purchase.invoiced();
        var vat = bought.vat();
        return new ReversePurchaseResponse(
                purchase.id(),
                bought.seller().name(),
                bought.seller().maskedNumber(),
                bought.agreement(),
                bought.boughtOn(),
                bought.receipt(),
                bought.materialCode(),
                bought.materialName(),
                bought.measure(),
                bought.quantity(),
                bought.grossFen(),
                bought.rateBasisPoints(),
                vat.net(),
                vat.tax(),
                bought.withheldFen(),
                bought.paidFen(),
                bought.paymentReference(),
                bought.paidOn(),
                purchase.state(),
                invoiced == null ? null : invoiced.kind(),
                invoiced == null ? null : invoiced.number().code(),
                invoiced == null ? null : invoiced.number().number(),
                invoiced == null ? null : invoiced.issuedOn(),
                RedLetterResponse.of(purchase.reversal()),
                purchase.enteredAt());
    }
}
