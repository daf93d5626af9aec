package io.xunshi.sample;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.catalog.Checklist;
import io.xunshi.platform.catalog.Checklist.Question;
import io.xunshi.platform.catalog.Checklist.Shot;
import io.xunshi.platform.catalog.ConditionGrade;
import io.xunshi.platform.listing.ConditionReport;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.sample.Plan.Offering;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What sellers answer about the condition of their things, as the grade that they chose allows it. */
final class Conditions {
    /** Of three who need not answer, one does not. */
    private static final int SHARE = 3;

    private final Catalog catalog;

    Conditions(Catalog catalog) {
        this.catalog = catalog;
    }

    /** How many photos the seller takes. */
    int photosOf(Offering offering) {
        return askedOf(offering)
                .filter(Checklist::required)
                .map(asked -> (int) asked.shotsFor(answers(asked, offering)).count())
                .orElse(1);
    }

    /** Null where the seller skips the questions, or the category asks none. */
    @Nullable
    ConditionReport reportOf(Offering offering, List<PhotoId> photos) {
        return askedOf(offering)
                .map(asked -> report(asked, answers(asked, offering), photos))
                .orElse(null);
    }

    /** What a point answers, which skips nothing. */
    @Nullable
    ConditionReport reportOf(String category, String grade, List<PhotoId> photos) {
        return catalog.checklistFor(category)
                .map(asked -> report(asked, answers(asked, grade, new Random(1)), photos))
                .orElse(null);
    }

    private Optional<Checklist> askedOf(Offering offering) {
        return catalog.checklistFor(offering.good().category())
                .filter(asked -> asked.required() || offering.number() % SHARE > 0);
    }

    private Map<String, String> answers(Checklist asked, Offering offering) {
        return answers(asked, offering.conditionCode(), new Random(offering.number()));
    }

    private Map<String, String> answers(Checklist asked, String grade, RandomGenerator random) {
        var rank = catalog.conditionGrade(grade).map(ConditionGrade::rank).orElseThrow();
        var answers = new TreeMap<String, String>();
        asked.questions().forEach(question -> answers.put(question.code(), answer(question, rank, random)));
        return answers;
    }

    private static ConditionReport report(Checklist asked, Map<String, String> answers, List<PhotoId> photos) {
        return new ConditionReport(asked.code(), asked.edition(), answers, shots(asked, answers, photos));
    }

    private static String answer(Question question, int rank, RandomGenerator random) {
        var honest = question.choices().stream()
                .filter(choice -> choice.rank() <= rank)
                .toList();
        return honest.get(random.nextInt(honest.size())).code();
    }

    private static Map<String, UUID> shots(Checklist asked, Map<String, String> answers, List<PhotoId> photos) {
        var wanted = asked.required() ? asked.shotsFor(answers).toList() : asked.shots();
        var shots = new TreeMap<String, UUID>();
        for (int i = 0; i < Math.min(wanted.size(), photos.size()); i++) {
            Shot shot = wanted.get(i);
            shots.put(shot.code(), photos.get(i).value());
        }
        return shots;
    }
}
