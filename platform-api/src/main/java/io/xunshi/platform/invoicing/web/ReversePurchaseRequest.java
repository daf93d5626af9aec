package io.xunshi.platform.invoicing.web;

import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.invoicing.domain.NaturalPerson;
import io.xunshi.platform.invoicing.domain.Purchase.Bought;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/**
 * What was bought of a natural person.
 *
 * @param sellerName as on the identity card
 * @param idNumber 公民身份号码
 * @param agreement number of the purchase agreement or slip
 * @param receiptId what came into stock from residents
 * @param quantity grams or pieces, as agreed
 * @param grossFen what the goods cost, with tax
 * @param rateBasisPoints 0, 100 or 300
 * @param withheldFen taxes that the buyer pays for the seller
 * @param paidFen what the person got
 * @param paymentReference of the bank or the payment provider
 */
record ReversePurchaseRequest(
        @NotBlank @Size(max = 50) @Pattern(regexp = PlainText.LINE)
        String sellerName,

        @NotBlank @Size(max = 30) @Pattern(regexp = PlainText.LINE)
        String idNumber,

        @NotBlank @Size(max = 60) @Pattern(regexp = PlainText.LINE)
        String agreement,

        @NotNull LocalDate boughtOn,
        @NotNull UUID receiptId,

        @NotBlank @Size(max = 40) @Pattern(regexp = PlainText.LINE)
        String materialCode,

        @NotNull @Min(1) @Max(MOST) Long quantity,
        @NotNull @Min(1) @Max(MOST) Long grossFen,
        @NotNull Integer rateBasisPoints,
        @NotNull @Min(0) @Max(MOST) Long withheldFen,
        @NotNull @Min(0) @Max(MOST) Long paidFen,

        @NotBlank @Size(max = 60) @Pattern(regexp = PlainText.LINE)
        String paymentReference,

        @NotNull LocalDate paidOn) {
    /** Ten million tonnes in grams, a hundred thousand million yuan in fen. */
    private static final long MOST = 10_000_000_000_000L;

    /** The name and the measure of the material are found where it is entered. */
    Bought bought() {
        return new Bought(
                new NaturalPerson(
                        sellerName.strip(), idNumber.replaceAll("\\s", "").toUpperCase(Locale.ROOT)),
                agreement.strip(),
                boughtOn,
                materialCode,
                "",
                Measure.WEIGHT,
                quantity,
                receiptId,
                grossFen,
                rateBasisPoints,
                withheldFen,
                paidFen,
                paymentReference.strip(),
                paidOn);
    }
}
