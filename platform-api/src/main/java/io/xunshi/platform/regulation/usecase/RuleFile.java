package io.xunshi.platform.regulation.usecase;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.catalog.Category;
import io.xunshi.platform.regulation.PhotoSign;
import io.xunshi.platform.regulation.Severity;
import io.xunshi.platform.regulation.TradeRule;
import io.xunshi.platform.regulation.VehicleSign;
import io.xunshi.platform.regulation.domain.Condition;
import io.xunshi.platform.regulation.domain.DeviceSign;
import io.xunshi.platform.regulation.domain.Rule;
import io.xunshi.platform.regulation.domain.RuleSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rules out of <code>reference/trade_rules.json</code>, which is reviewed like code: a change is a new version with
 * the day from which it holds. Does not start on a file that contradicts itself or the catalogue.
 */
final class RuleFile {
    private static final String FILE = "/reference/trade_rules.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private RuleFile() {}

    static RuleSet read(Catalog catalog) {
        try (var stream = Objects.requireNonNull(RuleFile.class.getResourceAsStream(FILE), FILE)) {
            return new RuleSet(List.of(JSON.readValue(stream, Entry[].class)).stream()
                    .map(entry -> entry.rule(catalog))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    private record Entry(
            String id,
            int version,
            Severity severity,
            LocalDate from,
            String titleZh,
            String titleEn,
            String sourceZh,
            String sourceEn,
            String adviceZh,
            String adviceEn,
            @Nullable List<String> categories,
            When when) {
        Rule rule(Catalog catalog) {
            var about = Objects.requireNonNullElse(categories, List.<String>of());
            var said = new TradeRule(
                    id, version, from, severity, about, titleZh, titleEn, sourceZh, sourceEn, adviceZh, adviceEn);
            return new Rule(said, leavesOf(about, catalog), when.conditions(catalog));
        }

        private static Set<String> leavesOf(List<String> about, Catalog catalog) {
            about.stream()
                    .filter(code -> catalog.category(code).isEmpty())
                    .findAny()
                    .ifPresent(code -> {
                        throw new IllegalStateException("A rule is about no category: " + code);
                    });
            return catalog.categories().stream()
                    .filter(Category::isLeaf)
                    .filter(leaf -> about.contains(leaf.code()) || about.contains(leaf.parent()))
                    .map(Category::code)
                    .collect(Collectors.toSet());
        }
    }

    /** All that is named must hold. */
    private record When(
            @Nullable String words,
            @Nullable String wordsExcept,
            @Nullable String also,
            @Nullable String alsoExcept,
            @Nullable String unless,
            @Nullable String attribute,
            @Nullable String attributeIs,
            @Nullable Integer attributeYearOlderThan,
            @Nullable Boolean beyondServiceLife,
            @Nullable Boolean attributeYearToCome,
            @Nullable Integer textYearOlderThan,
            @Nullable DeviceSign device,
            @Nullable PhotoSign photos,
            @Nullable VehicleSign vehicle) {
        private static final String NOTHING = "(?!)";

        List<Condition> conditions(Catalog catalog) {
            var conditions = new ArrayList<Condition>();
            addSays(conditions, words, wordsExcept);
            addSays(conditions, also, alsoExcept);
            if (unless != null) {
                conditions.add(new Condition.DoesNotSay(Pattern.compile(unless)));
            }
            if (attribute != null && attributeIs != null) {
                conditions.add(new Condition.Answers(attribute, attributeIs));
            }
            if (attributeYearOlderThan != null) {
                conditions.add(new Condition.BoughtBefore(attributeYearOlderThan));
            }
            if (beyondServiceLife != null) {
                conditions.add(new Condition.Outlived(livesIn(catalog)));
            }
            if (attributeYearToCome != null) {
                conditions.add(new Condition.SaysYearToCome());
            }
            if (textYearOlderThan != null) {
                conditions.add(new Condition.MadeBefore(textYearOlderThan));
            }
            if (device != null) {
                conditions.add(new Condition.DeviceShows(device));
            }
            if (photos != null) {
                conditions.add(new Condition.PhotosShow(photos));
            }
            if (vehicle != null) {
                conditions.add(new Condition.VehicleShows(vehicle));
            }
            if (conditions.isEmpty()) {
                throw new IllegalStateException("A rule without a condition would be about everything");
            }
            return conditions;
        }

        private static Map<String, Integer> livesIn(Catalog catalog) {
            var lives = new HashMap<String, Integer>();
            catalog.categories().forEach(category -> {
                var life = category.serviceLife();
                if (life != null) {
                    lives.put(category.code(), life.years());
                }
            });
            return lives;
        }

        private static void addSays(List<Condition> conditions, @Nullable String words, @Nullable String except) {
            if (words != null) {
                conditions.add(new Condition.Says(
                        Pattern.compile(words), Pattern.compile(Objects.requireNonNullElse(except, NOTHING))));
            }
        }
    }
}
