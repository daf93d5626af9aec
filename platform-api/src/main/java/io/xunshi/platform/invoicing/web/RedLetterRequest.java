package io.xunshi.platform.invoicing.web;

import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.invoicing.domain.InvoiceNumber;
import io.xunshi.platform.invoicing.domain.Reversal;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A red-letter invoice (红字发票) that takes back the whole of another.
 *
 * @param code left out for a digital invoice
 */
record RedLetterRequest(
        @Nullable @Size(max = 20) @Pattern(regexp = PlainText.LINE)
        String code,

        @NotBlank @Size(max = 40) @Pattern(regexp = PlainText.LINE)
        String number,

        @NotNull LocalDate issuedOn,

        @NotBlank @Size(max = 200) @Pattern(regexp = PlainText.LINE)
        String reason) {

    Reversal reversal() {
        return new Reversal(
                InvoiceNumber.typed(Objects.requireNonNullElse(code, ""), number), issuedOn, reason.strip());
    }
}
