package io.xunshi.platform.pricing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.xunshi.platform.pricing.Penalty.Worse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A formula as callers send and read it. Which members belong to which kind, and within which bounds, is for
 * {@link PriceFormulaJson} to say, as it is for formulas in contracts.
 *
 * @param fenPerTonne of a FIXED one
 * @param references of an INDEXED one
 * @param premiumFenPerTonne of an INDEXED one; negative for a discount
 */
@JsonInclude(Include.NON_NULL)
public record FormulaRequest(
        @NotNull FormulaKind kind,
        @Nullable Long fenPerTonne,
        @Nullable List<@NotNull @Valid ReferenceRequest> references,
        @Nullable Long premiumFenPerTonne,
        @NotNull List<@NotNull @Valid PenaltyRequest> penalties) {

    public static FormulaRequest of(PriceFormula formula) {
        return JsonMapper.shared().readValue(PriceFormulaJson.write(formula), FormulaRequest.class);
    }

    public JsonNode json() {
        return JsonMapper.shared().valueToTree(this);
    }

    /** A price that was agreed, or one over reference prices. */
    public enum FormulaKind {
        FIXED,
        INDEXED
    }

    /** @param coefficientBp 8,800 is 0.88 */
    public record ReferenceRequest(
            @NotNull String series,
            int coefficientBp,
            @NotNull @Valid PeriodRequest period) {}

    /** Which fixings count. */
    public enum PeriodKind {
        DAY,
        MEAN,
        CALLED
    }

    /**
     * @param day of a DAY
     * @param days how many trading days of a MEAN
     * @param from first day of a MEAN, or from which on prices can be CALLED
     * @param by who calls
     */
    @JsonInclude(Include.NON_NULL)
    public record PeriodRequest(
            @NotNull PeriodKind kind,
            @Nullable LocalDate day,
            @Nullable Integer days,
            @Nullable LocalDate from,
            @Nullable Side by,
            @Nullable LocalDate deadline,
            @Nullable Long grams,
            @Nullable Long smallestGrams) {}

    /** Limits in hundredths of the attribute's unit. */
    @JsonInclude(Include.NON_NULL)
    public record PenaltyRequest(
            @NotNull String attribute,
            @NotNull Worse bad,
            long free,
            @Nullable Long reject,
            @NotNull @Valid DeductionRequest deduction) {}

    /** How a deduction grows. */
    public enum DeductionKind {
        LINEAR,
        STEPPED
    }

    /**
     * @param per hundredths, of a LINEAR one
     * @param fenPerTonne for each of them
     * @param steps of a STEPPED one
     */
    @JsonInclude(Include.NON_NULL)
    public record DeductionRequest(
            @NotNull DeductionKind kind,
            @Nullable Long per,
            @Nullable Long fenPerTonne,
            @Nullable List<@NotNull @Valid StepRequest> steps) {}

    /** @param over for more than so many hundredths beyond the free limit */
    public record StepRequest(long over, long fenPerTonne) {}
}
