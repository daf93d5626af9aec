package io.xunshi.platform.appraisal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.appraisal.AppraisalProblem;
import io.xunshi.platform.appraisal.domain.Certificate.Finding;
import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.catalog.usecase.CatalogOfTests;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.identity.AccountId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may certify what, and what can be certified. */
class CertificateTests {
    private static final Catalog CATALOG = CatalogOfTests.catalog();
    private static final Map<String, String> GOOD_DESK =
            Map.of("use", "used", "wobble", "firm", "look", "light", "move", "smooth", "smell", "none");

    @ParameterizedTest
    @CsvSource({
        "mobile-phone, 2026-11-27, ",
        "tablet, 2026-01-01, ",
        "tablet, 2027-01-01, ",
        "laptop, 2026-11-27, OUT_OF_SCOPE",
        "mobile-phone, 2025-12-31, LICENCE_NOT_VALID",
        "mobile-phone, 2027-01-02, LICENCE_NOT_VALID",
        "laptop, 2027-01-02, LICENCE_NOT_VALID"
    })
    void aLicenceIsForItsCategoriesAndItsTerm(String category, LocalDate day, AppraisalProblem problem) {
        var licence = new Licence(
                new AccountId(UUID.randomUUID()),
                "JD-1",
                List.of("phone"),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2027, 1, 1));

        assertThat(licence.against(CATALOG.category(category).orElseThrow(), day))
                .isEqualTo(Optional.ofNullable(problem));
    }

    @Test
    void whatIsWholeAndNoBetterThanItsAnswersIsCertified() {
        assertThat(faultsOf("GOOD", GOOD_DESK, "FQ-0001", 1, 10_000, 20_000)).isEmpty();
        assertThat(faultsOf("FAIR", GOOD_DESK, "FQ-0001", 1, 10_000, 10_000)).isEmpty();
    }

    @Test
    void everythingElseIsNamedAtItsField() {
        assertThat(faultsOf("LIKE_NEW", GOOD_DESK, "FQ-0001", 1, 10_000, 20_000))
                .containsExactly("appraisal.field.grade-above-answers");
        assertThat(faultsOf(
                        "GOOD",
                        Map.of("use", "used", "look", "light", "move", "smooth", "smell", "none"),
                        "FQ-0001",
                        1,
                        10_000,
                        20_000))
                .containsExactly("appraisal.field.unanswered");
        assertThat(faultsOf("GOOD", GOOD_DESK, "封签", 0, 20_000, 10_000))
                .containsExactly("appraisal.field.seal", "appraisal.field.photos", "appraisal.field.range");
    }

    private static List<String> faultsOf(
            String grade, Map<String, String> answers, String seal, int ready, long low, long high) {
        var finding = new Finding(grade, null, null, answers, seal, List.of(UUID.randomUUID()), low, high, "");
        return new FindingRules(CATALOG)
                .faultsOf(finding, "table", ready).stream()
                        .map(FieldFault::rule)
                        .toList();
    }
}
