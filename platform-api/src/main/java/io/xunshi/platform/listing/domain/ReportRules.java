package io.xunshi.platform.listing.domain;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.catalog.Checklist;
import io.xunshi.platform.catalog.Checklist.Choice;
import io.xunshi.platform.catalog.ConditionGrade;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.listing.ConditionReport;
import io.xunshi.platform.media.PhotoId;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * When answers about the condition of a thing fit the checklist, the photos and the grade. An owner may call a thing
 * worse than the answers make it, never better.
 */
final class ReportRules {
    private static final String GRADE = "conditionCode";

    private final Catalog catalog;

    ReportRules(Catalog catalog) {
        this.catalog = catalog;
    }

    /** What is wrong with what was answered, though more may be missing. */
    Stream<FieldFault> faultsOfDraft(Offer offer) {
        var report = offer.report();
        if (report == null) {
            return Stream.empty();
        }
        return askedBy(report, offer)
                .map(checklist -> Stream.of(
                                faultsOfAnswers(report, checklist),
                                faultsOfShots(report, checklist, offer.photos()),
                                faultsOfGrade(report, checklist, offer))
                        .flatMap(faults -> faults))
                .orElse(Stream.of(fault("report.checklist", "other-checklist")));
    }

    /** What is missing before everybody may rely on it: where it is asked at all, in the words of today. */
    Stream<FieldFault> faultsOfPublication(Offer offer) {
        var report = offer.report();
        return catalog.checklistFor(categoryOf(offer)).stream().flatMap(asked -> {
            if (report == null) {
                return asked.required() ? Stream.of(fault("report.checklist", "unanswered")) : Stream.empty();
            }
            if (!isIn(report, asked)) {
                return Stream.of(fault("report.checklist", "other-checklist"));
            }
            return asked.required() ? whatIsMissing(report, asked) : Stream.empty();
        });
    }

    private Optional<Checklist> askedBy(ConditionReport report, Offer offer) {
        return catalog.checklist(report.checklist(), report.edition())
                .filter(checklist -> checklist.categories().contains(categoryOf(offer)));
    }

    private static String categoryOf(Offer offer) {
        return Objects.requireNonNullElse(offer.categoryCode(), "");
    }

    private static boolean isIn(ConditionReport report, Checklist checklist) {
        return report.checklist().equals(checklist.code()) && report.edition() == checklist.edition();
    }

    private static Stream<FieldFault> whatIsMissing(ConditionReport report, Checklist asked) {
        var questions = asked.questions().stream()
                .filter(question -> !report.answers().containsKey(question.code()))
                .map(question -> fault("report.answers." + question.code(), "unanswered"));
        var shots = asked.shotsFor(report.answers())
                .filter(shot -> !report.shots().containsKey(shot.code()))
                .map(shot -> fault("report.shots." + shot.code(), "not-shown"));
        return Stream.concat(questions, shots);
    }

    private static Stream<FieldFault> faultsOfAnswers(ConditionReport report, Checklist checklist) {
        return report.answersInOrder().entrySet().stream()
                .filter(answer -> checklist
                        .question(answer.getKey())
                        .flatMap(question -> question.choice(answer.getValue()))
                        .isEmpty())
                // One is enough: nobody mends a hundred made-up ones.
                .limit(1)
                .map(answer -> fault("report.answers", "does-not-answer"));
    }

    /** One photo shows one thing: otherwise the first would do for all. */
    private static Stream<FieldFault> faultsOfShots(ConditionReport report, Checklist checklist, List<PhotoId> photos) {
        var known = checklist.shots().stream().map(Checklist.Shot::code).toList();
        var free = new HashSet<UUID>(photos.stream().map(PhotoId::value).toList());
        var fits = known.containsAll(report.shots().keySet())
                && report.shots().values().stream().allMatch(free::remove);
        return fits ? Stream.empty() : Stream.of(fault("report.shots", "shot-without-photo"));
    }

    private Stream<FieldFault> faultsOfGrade(ConditionReport report, Checklist checklist, Offer offer) {
        var claimed = catalog.conditionGrade(Objects.requireNonNullElse(offer.conditionCode(), ""))
                .map(ConditionGrade::rank);
        var deserved = checklist.decidingAnswer(report.answers()).map(Choice::rank);
        return claimed.isPresent() && deserved.isPresent() && claimed.get() < deserved.get()
                ? Stream.of(fault(GRADE, "grade-above-answers"))
                : Stream.empty();
    }

    private static FieldFault fault(String field, String rule) {
        return new FieldFault(field, "listing.field." + rule);
    }
}
