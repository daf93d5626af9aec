package io.xunshi.platform.invoicing.web;

import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.invoicing.InvoiceKind;
import io.xunshi.platform.invoicing.domain.InvoiceLine;
import io.xunshi.platform.invoicing.domain.InvoiceNumber;
import io.xunshi.platform.invoicing.domain.IssuedInvoice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the seller issued in the tax system.
 *
 * @param code left out for a digital invoice, whose number has twenty digits
 * @param sellerTaxNumber as printed, 统一社会信用代码
 * @param rateBasisPoints 1,300 for 13 %
 */
record DealInvoiceRequest(
        @NotNull InvoiceKind kind,

        @Nullable @Size(max = 20) @Pattern(regexp = PlainText.LINE)
        String code,

        @NotBlank @Size(max = 40) @Pattern(regexp = PlainText.LINE)
        String number,

        @NotNull LocalDate issuedOn,

        @NotBlank @Size(max = 20) @Pattern(regexp = PlainText.LINE)
        String sellerTaxNumber,

        @NotBlank @Size(max = 20) @Pattern(regexp = PlainText.LINE)
        String buyerTaxNumber,

        @NotNull Integer rateBasisPoints,
        @NotEmpty @Size(max = 20) List<@NotNull @Valid LineRequest> lines) {

    IssuedInvoice issued() {
        return new IssuedInvoice(
                kind,
                InvoiceNumber.typed(Objects.requireNonNullElse(code, ""), number),
                issuedOn,
                taxNumber(sellerTaxNumber),
                taxNumber(buyerTaxNumber),
                rateBasisPoints,
                lines.stream().map(LineRequest::line).toList());
    }

    private static String taxNumber(String typed) {
        return typed.strip().toUpperCase(Locale.ROOT);
    }

    /**
     * @param name as printed
     * @param quantity grams or pieces
     * @param netFen without tax
     */
    record LineRequest(
            @NotBlank @Size(max = 40) @Pattern(regexp = PlainText.LINE)
            String materialCode,

            @NotBlank @Size(max = 100) @Pattern(regexp = PlainText.LINE)
            String name,

            @NotNull @Min(1) @Max(MOST) Long quantity,
            @NotNull @Min(0) @Max(MOST) Long netFen,
            @NotNull @Min(0) @Max(MOST) Long taxFen) {
        /** Ten million tonnes in grams, a hundred thousand million yuan in fen. */
        private static final long MOST = 10_000_000_000_000L;

        InvoiceLine line() {
            return new InvoiceLine(materialCode, name.strip(), quantity, netFen, taxFen);
        }
    }
}
