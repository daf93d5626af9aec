package io.xunshi.platform.appraisal.domain;

import io.xunshi.platform.appraisal.AppraisalProblem;
import io.xunshi.platform.catalog.Category;
import io.xunshi.platform.identity.AccountId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An appraiser's certificate (鉴定评估师证书) as an administrator has entered it.
 *
 * @param number as it is printed
 * @param categories those that it is for, roots standing for their leaves
 * @param validUntil the last day
 */
public record Licence(
        AccountId account, String number, List<String> categories, LocalDate validFrom, LocalDate validUntil) {
    public Licence {
        categories = List.copyOf(categories);
    }

    /** Why it does not let its holder appraise such a thing on a day; empty where it does. */
    public Optional<AppraisalProblem> against(Category category, LocalDate day) {
        if (day.isBefore(validFrom) || day.isAfter(validUntil)) {
            return Optional.of(AppraisalProblem.LICENCE_NOT_VALID);
        }
        var parent = category.parent();
        return categories.contains(category.code()) || parent != null && categories.contains(parent)
                ? Optional.empty()
                : Optional.of(AppraisalProblem.OUT_OF_SCOPE);
    }
}
