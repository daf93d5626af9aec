package io.xunshi.platform.invoicing.domain;

import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.invoicing.InvoiceKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What somebody typed of an invoice that they issued in the tax system.
 *
 * @param issuedOn in the city's time
 * @param sellerTaxNumber 纳税人识别号, which is the unified social credit code
 */
public record IssuedInvoice(
        InvoiceKind kind,
        InvoiceNumber number,
        LocalDate issuedOn,
        String sellerTaxNumber,
        String buyerTaxNumber,
        int rateBasisPoints,
        List<InvoiceLine> lines) {

    public IssuedInvoice {
        lines = List.copyOf(lines);
    }

    public Vat vat() {
        return new Vat(sum(InvoiceLine::netFen), sum(InvoiceLine::taxFen));
    }

    public long quantity() {
        return sum(InvoiceLine::quantity);
    }

    /** Everything in which it is not what the statement asks for. */
    public List<FieldFault> faultsAgainst(Owed owed, LocalDate today) {
        var faults = new ArrayList<>(faultsOfNumber(number, issuedOn, owed.agreedOn(), today));
        require(
                faults,
                sellerTaxNumber.equals(owed.seller().unifiedSocialCreditCode()),
                "sellerTaxNumber",
                "tax-number");
        require(faults, buyerTaxNumber.equals(owed.buyer().unifiedSocialCreditCode()), "buyerTaxNumber", "tax-number");
        require(faults, rateBasisPoints == owed.rateBasisPoints(), "rateBasisPoints", "rate");
        require(
                faults,
                lines.stream()
                        .allMatch(line -> line.materialCode().equals(owed.deal().materialCode())),
                "lines",
                "material");
        require(faults, quantity() == owed.quantity(), "lines", "quantity");
        require(faults, vat().net() == owed.vat().net(), "lines", "net");
        require(faults, vat().tax() == owed.vat().tax(), "lines", "tax");
        require(faults, lines.stream().allMatch(line -> line.vat().isAt(rateBasisPoints)), "lines", "line-tax");
        return faults;
    }

    /** Of the number and the day of any invoice that was typed. */
    public static List<FieldFault> faultsOfNumber(
            InvoiceNumber number, LocalDate issuedOn, LocalDate earliest, LocalDate today) {
        var faults = new ArrayList<FieldFault>();
        require(faults, number.isWellFormed(), "number", "number");
        require(faults, number.isOf(issuedOn), "number", "number-year");
        require(faults, !issuedOn.isAfter(today) && !issuedOn.isBefore(earliest), "issuedOn", "issued-on");
        return faults;
    }

    private static void require(List<FieldFault> faults, boolean holds, String field, String rule) {
        if (!holds) {
            faults.add(new FieldFault(field, "invoicing.field." + rule));
        }
    }

    private long sum(ToLongFunction<InvoiceLine> amount) {
        return lines.stream().mapToLong(amount).reduce(0, Math::addExact);
    }
}
