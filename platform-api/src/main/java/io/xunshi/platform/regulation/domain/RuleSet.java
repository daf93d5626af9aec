package io.xunshi.platform.regulation.domain;

import io.xunshi.platform.regulation.GoodsFacts;
import io.xunshi.platform.regulation.Severity;
import io.xunshi.platform.regulation.TradeRule;
import io.xunshi.platform.regulation.Verdict;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All versions of all rules. On any day at most one version of a rule holds: the newest that has begun. The gravest
 * rule that is met decides; graver ones are named alone.
 */
public final class RuleSet {
    private final List<Rule> rules;
    private final Set<String> deviceCategories;
    private final Set<String> dataCategories;

    /** @throws IllegalArgumentException where versions of a rule do not follow each other */
    public RuleSet(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        deviceCategories = leavesOf(Rule::looksAtDevices);
        dataCategories = leavesOf(Rule::looksAtWipes);
        rules.forEach(this::checkFollows);
    }

    /** Whether something must be known of each of such goods by its number. */
    public boolean looksAtDevicesIn(String category) {
        return deviceCategories.contains(category);
    }

    /** Whether goods of the category hold data, so that how they were wiped must be known. */
    public boolean looksAtWipesIn(String category) {
        return dataCategories.contains(category);
    }

    public Verdict judge(GoodsFacts goods, DeviceFacts device, LocalDate day) {
        return verdict(met(goods, device, day, rule -> true));
    }

    /** What is said of goods that nobody has in hand yet. */
    public Verdict judgeWish(GoodsFacts wish, LocalDate day) {
        return verdict(met(wish, DeviceFacts.NONE, day, Rule::looksAtWordsAlone));
    }

    /** What forbids that a device changes hands, whatever is said about it. */
    public List<TradeRule> againstHandover(GoodsFacts goods, DeviceFacts device, LocalDate day) {
        return met(goods, device, day, Rule::looksAtDevices)
                .filter(rule -> rule.severity() == Severity.REFUSE)
                .toList();
    }

    /** Those that hold on the day and those that will. */
    public List<TradeRule> since(LocalDate day) {
        return rules.stream()
                .filter(rule -> rule.said().from().isAfter(day) || isInForce(rule, day))
                .map(Rule::said)
                .toList();
    }

    public Optional<TradeRule> find(String reference) {
        return rules.stream()
                .map(Rule::said)
                .filter(rule -> rule.reference().equals(reference))
                .findFirst();
    }

    private Stream<TradeRule> met(GoodsFacts goods, DeviceFacts device, LocalDate day, Predicate<Rule> which) {
        var evidence = Evidence.of(goods, device, day.getYear());
        return rules.stream()
                .filter(which)
                .filter(rule -> rule.isAbout(goods.categoryCode()))
                .filter(rule -> isInForce(rule, day))
                .filter(rule -> rule.holds(evidence))
                .map(Rule::said);
    }

    private Set<String> leavesOf(Predicate<Rule> which) {
        return rules.stream()
                .filter(which)
                .flatMap(rule -> rule.leaves().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean isInForce(Rule rule, LocalDate day) {
        return !rule.said().from().isAfter(day)
                && versionsOf(rule)
                        .noneMatch(other -> other.version() > rule.said().version()
                                && !other.from().isAfter(day));
    }

    private Stream<TradeRule> versionsOf(Rule rule) {
        return rules.stream()
                .map(Rule::said)
                .filter(other -> other.id().equals(rule.said().id()));
    }

    private void checkFollows(Rule rule) {
        var said = rule.said();
        var isOrdered = versionsOf(rule)
                .filter(other -> other != said)
                .allMatch(other -> Integer.signum(Integer.compare(other.version(), said.version()))
                                == Integer.signum(other.from().compareTo(said.from()))
                        && other.version() != said.version());
        if (!isOrdered) {
            throw new IllegalArgumentException("The versions of rule " + said.id() + " do not follow each other");
        }
    }

    private static Verdict verdict(Stream<TradeRule> met) {
        var rules = met.toList();
        var gravest = rules.stream()
                .map(TradeRule::severity)
                .max(Comparator.naturalOrder())
                .orElse(Severity.NOTICE);
        var deciding = rules.stream().filter(rule -> rule.severity() == gravest).toList();
        return switch (gravest) {
            case NOTICE -> new Verdict.Allowed(deciding);
            case REVIEW -> new Verdict.NeedsReview(deciding);
            case REFUSE -> new Verdict.Refused(deciding);
        };
    }
}
