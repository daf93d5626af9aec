package io.xunshi.platform.invoicing.domain;

import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.invoicing.InvoiceKind;
import io.xunshi.platform.invoicing.PurchaseState;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation bought of a natural person, to write the invoice for them.
 *
 * @param invoiced null until there is an invoice
 * @param reversal null unless it was reversed
 */
public record Purchase(
        UUID id,
        OrganisationId organisation,
        Bought bought,
        PurchaseState state,
        @Nullable Invoiced invoiced,
        @Nullable Reversal reversal,
        Instant enteredAt) {

    /** In which month it counts: that of the invoice, and until there is one that of the purchase. */
    public LocalDate countedOn() {
        return invoiced == null ? bought.boughtOn() : invoiced.issuedOn();
    }

    /**
     * The facts as they were entered.
     *
     * @param agreement number of the purchase agreement or slip
     * @param boughtOn in the city's time
     * @param quantity grams or pieces, as agreed
     * @param receipt what came into stock
     * @param grossFen what the goods cost, with tax
     * @param withheldFen taxes that the buyer pays for the seller (代办税费)
     * @param paidFen what the person got
     * @param paymentReference of the bank or the payment provider
     */
    public record Bought(
            NaturalPerson seller,
            String agreement,
            LocalDate boughtOn,
            String materialCode,
            String materialName,
            Measure measure,
            long quantity,
            UUID receipt,
            long grossFen,
            int rateBasisPoints,
            long withheldFen,
            long paidFen,
            String paymentReference,
            LocalDate paidOn) {

        public Vat vat() {
            return Vat.within(grossFen, rateBasisPoints);
        }

        /** The same with what the material is called, and how it is measured, today. */
        public Bought named(String name, Measure by) {
            return new Bought(
                    seller,
                    agreement,
                    boughtOn,
                    materialCode,
                    name,
                    by,
                    quantity,
                    receipt,
                    grossFen,
                    rateBasisPoints,
                    withheldFen,
                    paidFen,
                    paymentReference,
                    paidOn);
        }

        public YearMonth month() {
            return YearMonth.from(boughtOn);
        }
    }

    /** What was typed of the invoice. */
    public record Invoiced(InvoiceKind kind, InvoiceNumber number, LocalDate issuedOn) {}
}
