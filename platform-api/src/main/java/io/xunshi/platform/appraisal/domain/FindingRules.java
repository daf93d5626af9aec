package io.xunshi.platform.appraisal.domain;

import io.xunshi.platform.appraisal.domain.Certificate.Finding;
import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.catalog.Checklist.Choice;
import io.xunshi.platform.catalog.ConditionGrade;
import io.xunshi.platform.http.FieldFault;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** When what an appraiser wrote down can be certified: by the checklist that sellers answer, whole and no better. */
public final class FindingRules {
    private static final Pattern SEAL = Pattern.compile("[A-Z0-9][A-Z0-9-]{3,19}");
    private static final int PHOTOS_MAX = 9;
    private static final long FEN_MAX = 1_000_000_000_00L;

    private final Catalog catalog;

    public FindingRules(Catalog catalog) {
        this.catalog = catalog;
    }

    /** @param photosReady how many of its photos are there and the appraiser's */
    public List<FieldFault> faultsOf(Finding finding, String categoryCode, int photosReady) {
        var faults = new ArrayList<FieldFault>();
        var claimed = catalog.conditionGrade(finding.conditionCode()).map(ConditionGrade::rank);
        if (claimed.isEmpty()) {
            faults.add(fault("conditionCode", "grade"));
        }
        catalog.checklistFor(categoryCode).ifPresent(checklist -> {
            checklist.questions().stream()
                    .filter(question -> question.choice(finding.answers().get(question.code()))
                            .isEmpty())
                    .forEach(question -> faults.add(fault("answers." + question.code(), "unanswered")));
            var deserved = checklist.decidingAnswer(finding.answers()).map(Choice::rank);
            if (claimed.isPresent() && deserved.isPresent() && claimed.get() < deserved.get()) {
                faults.add(fault("conditionCode", "grade-above-answers"));
            }
        });
        if (!SEAL.matcher(finding.seal()).matches()) {
            faults.add(fault("seal", "seal"));
        }
        if (finding.photos().isEmpty()
                || finding.photos().size() > PHOTOS_MAX
                || photosReady < finding.photos().size()) {
            faults.add(fault("photoIds", "photos"));
        }
        if (finding.lowFen() <= 0 || finding.lowFen() > finding.highFen() || finding.highFen() > FEN_MAX) {
            faults.add(fault("low", "range"));
        }
        return List.copyOf(faults);
    }

    private static FieldFault fault(String field, String rule) {
        return new FieldFault(field, "appraisal.field." + rule);
    }
}
