package io.xunshi.platform.invoicing.domain;

import java.time.LocalDate;

/**
 * A red-letter invoice (红字发票), which takes back the whole of another.
 *
 * @param issuedOn in the city's time
 */
public record Reversal(InvoiceNumber number, LocalDate issuedOn, String reason) {}
