package io.xunshi.platform.invoicing.domain;

import io.xunshi.platform.deal.DealView;
import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.http.CsvFile;
import io.xunshi.platform.invoicing.InvoiceKind;
import io.xunshi.platform.invoicing.domain.BatchRow.SubjectKind;
import io.xunshi.platform.invoicing.domain.Flow.FlowParty;
import io.xunshi.platform.organisation.OrganisationView;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a batch hands to other books, in an order and under names that stay (version 1). A natural person is in it with
 * the family name and a masked number: who has the invoice has both in full.
 *
 * @param format always <code>xunshi-invoice-batch</code>
 * @param taxNumber of the organisation whose invoices these are
 */
public record BatchDocument(
        String format,
        int version,
        UUID batchId,
        String organisation,
        String taxNumber,
        LocalDate firstDay,
        LocalDate lastDay,
        Instant madeAt,
        List<Entry> invoices) {
    private static final String FORMAT = "xunshi-invoice-batch";
    private static final int VERSION = 1;
    private static final int FEN_DIGITS = 2;
    private static final int RATE_DIGITS = 4;

    public BatchDocument {
        invoices = List.copyOf(invoices);
    }

    public static BatchDocument of(
            UUID id, OrganisationView exporter, LocalDate first, LocalDate last, Instant at, List<Entry> invoices) {
        return new BatchDocument(
                FORMAT, VERSION, id, exporter.name(), exporter.unifiedSocialCreditCode(), first, last, at, invoices);
    }

    /** What the row is known by: of a red letter its own number. */
    public static String numberOf(Invoice invoice, SubjectKind kind) {
        return words(numberIn(invoice.issued().number(), invoice.reversal(), kind));
    }

    public static String numberOf(Purchase purchase, SubjectKind kind) {
        return words(numberIn(invoicedOf(purchase).number(), purchase.reversal(), kind));
    }

    /** The same as a table for spreadsheets; amounts in yuan, red letters below zero. */
    public CsvFile table() {
        var file = new CsvFile()
                .head(
                        "type",
                        "invoice_kind",
                        "invoice_code",
                        "invoice_number",
                        "issued_on",
                        "reverses_number",
                        "seller_tax_number",
                        "seller_name",
                        "buyer_tax_number",
                        "buyer_name",
                        "contract",
                        "goods_reference",
                        "payment_reference",
                        "material_code",
                        "goods_name",
                        "quantity",
                        "unit",
                        "net_cny",
                        "rate",
                        "tax_cny",
                        "total_cny");
        for (var entry : invoices) {
            for (var line : entry.lines()) {
                file.row(
                        entry.type().name(),
                        entry.invoiceKind().name(),
                        entry.invoiceCode(),
                        entry.invoiceNumber(),
                        entry.issuedOn(),
                        Objects.requireNonNullElse(entry.reversesNumber(), ""),
                        entry.seller().taxNumber(),
                        entry.seller().name(),
                        entry.buyer().taxNumber(),
                        entry.buyer().name(),
                        entry.contract(),
                        entry.goodsReference(),
                        entry.paymentReference(),
                        line.materialCode(),
                        line.name(),
                        line.quantity(),
                        entry.unit(),
                        yuan(line.netFen()),
                        BigDecimal.valueOf(entry.rateBasisPoints(), RATE_DIGITS),
                        yuan(line.taxFen()),
                        yuan(Math.addExact(line.netFen(), line.taxFen())));
            }
        }
        return file;
    }

    private static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, FEN_DIGITS);
    }

    private static InvoiceNumber numberIn(InvoiceNumber own, @Nullable Reversal reversal, SubjectKind kind) {
        return kind.isRedLetter() ? reversalOf(reversal).number() : own;
    }

    private static Reversal reversalOf(@Nullable Reversal reversal) {
        return Objects.requireNonNull(reversal, "a red letter without a reversal");
    }

    private static Purchase.Invoiced invoicedOf(Purchase purchase) {
        return Objects.requireNonNull(purchase.invoiced(), "an export without an invoice");
    }

    private static String words(InvoiceNumber number) {
        return (number.code() + " " + number.number()).strip();
    }

    /**
     * An invoice.
     *
     * @param invoiceCode empty for a digital invoice
     * @param reversesNumber of a red letter, the number of the invoice that it takes back; null otherwise
     * @param contract the deal's code, or the number of the purchase agreement
     * @param goodsReference SHA-256 of the final statement, or the number of the stock receipt
     * @param paymentReference the deal's code, by which its payments are found, or what the bank calls the payment
     * @param unit <code>g</code> or <code>piece</code>
     * @param lines quantities and amounts in fen; of a red letter below zero
     */
    public record Entry(
            SubjectKind type,
            InvoiceKind invoiceKind,
            String invoiceCode,
            String invoiceNumber,
            LocalDate issuedOn,
            @Nullable String reversesNumber,
            FlowParty seller,
            FlowParty buyer,
            String contract,
            String goodsReference,
            String paymentReference,
            int rateBasisPoints,
            String unit,
            List<InvoiceLine> lines) {

        public Entry {
            lines = List.copyOf(lines);
        }

        public static Entry of(Invoice invoice, DealView deal, FlowTable flows, SubjectKind kind) {
            var issued = invoice.issued();
            var goods = flows.goods();
            var seen = Objects.requireNonNull(flows.invoice(), "an export without an invoice");
            var number = numberIn(issued.number(), invoice.reversal(), kind);
            return new Entry(
                    kind,
                    issued.kind(),
                    number.code(),
                    number.number(),
                    kind.isRedLetter() ? reversalOf(invoice.reversal()).issuedOn() : issued.issuedOn(),
                    kind.isRedLetter() ? words(issued.number()) : null,
                    seen.seller(),
                    seen.buyer(),
                    invoice.dealCode(),
                    goods == null ? "" : goods.reference(),
                    invoice.dealCode(),
                    issued.rateBasisPoints(),
                    unitOf(deal.measure()),
                    issued.lines().stream().map(line -> signed(line, kind)).toList());
        }

        public static Entry of(Purchase purchase, FlowTable flows, SubjectKind kind) {
            var bought = purchase.bought();
            var invoiced = invoicedOf(purchase);
            var contract = Objects.requireNonNull(flows.contract(), "a purchase without a contract");
            var goods = flows.goods();
            var number = numberIn(invoiced.number(), purchase.reversal(), kind);
            var vat = bought.vat();
            return new Entry(
                    kind,
                    invoiced.kind(),
                    number.code(),
                    number.number(),
                    kind.isRedLetter() ? reversalOf(purchase.reversal()).issuedOn() : invoiced.issuedOn(),
                    kind.isRedLetter() ? words(invoiced.number()) : null,
                    contract.seller(),
                    contract.buyer(),
                    bought.agreement(),
                    goods == null ? "" : goods.reference(),
                    bought.paymentReference(),
                    bought.rateBasisPoints(),
                    unitOf(bought.measure()),
                    List.of(signed(
                            new InvoiceLine(
                                    bought.materialCode(),
                                    bought.materialName(),
                                    bought.quantity(),
                                    vat.net(),
                                    vat.tax()),
                            kind)));
        }

        private static String unitOf(Measure measure) {
            return switch (measure) {
                case WEIGHT -> "g";
                case PIECES -> "piece";
            };
        }

        private static InvoiceLine signed(InvoiceLine line, SubjectKind kind) {
            return kind.isRedLetter()
                    ? new InvoiceLine(
                            line.materialCode(), line.name(), -line.quantity(), -line.netFen(), -line.taxFen())
                    : line;
        }
    }
}
