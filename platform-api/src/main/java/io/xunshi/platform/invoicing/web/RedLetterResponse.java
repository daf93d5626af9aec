package io.xunshi.platform.invoicing.web;

import io.xunshi.platform.invoicing.domain.Reversal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** @param code empty for a digital invoice */
record RedLetterResponse(String code, String number, LocalDate issuedOn, String reason) {

    static @Nullable RedLetterResponse of(@Nullable Reversal reversal) {
        return reversal == null
                ? null
                : new RedLetterResponse(
                        reversal.number().code(), reversal.number().number(), reversal.issuedOn(), reversal.reason());
    }
}
