package io.xunshi.platform.invoicing.domain;

/**
 * A line of an invoice.
 *
 * @param name of the goods, as it stands on the invoice (<code>*废金属*旧铝型材</code>)
 * @param quantity grams or pieces
 * @param netFen without tax
 */
public record InvoiceLine(String materialCode, String name, long quantity, long netFen, long taxFen) {

    Vat vat() {
        return new Vat(netFen, taxFen);
    }
}
