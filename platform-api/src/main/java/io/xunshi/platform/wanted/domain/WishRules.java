package io.xunshi.platform.wanted.domain;

import io.xunshi.platform.catalog.Attribute;
import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.catalog.Category;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which wishes can be posted. Names all faults at once. */
public final class WishRules {
    /** The days of a post are the city's. */
    private static final int WORDS_MIN = 2;

    private static final int WORDS_MAX = 60;
    private static final int DESCRIPTION_MAX = 1000;

    /** As of a listing's price: ten million yuan. */
    private static final long PRICE_FEN_MAX = 1_000_000_000;

    private static final int KM_MAX = 50;

    /** A quarter; who still looks then says so again. */
    private static final int DAYS_MAX = 90;

    private final Catalog catalog;

    public WishRules(Catalog catalog) {
        this.catalog = catalog;
    }

    /** @param today in the city */
    public List<FieldFault> faultsOf(Wish wish, LocalDate today) {
        var faults = new ArrayList<FieldFault>();
        var length = wish.words().codePointCount(0, wish.words().length());
        check(faults, length >= WORDS_MIN && length <= WORDS_MAX, "words", "words-length");
        check(faults, isPlainText(wish.words(), false), "words", "control-characters");
        check(faults, wish.description().length() <= DESCRIPTION_MAX, "description", "description-length");
        check(faults, isPlainText(wish.description(), true), "description", "control-characters");
        check(faults, isPriceOrOpen(wish.maxPrice()), "maxPrice", "price-range");
        check(faults, isKnownOrOpen(wish.leastCondition(), catalog::conditionGrade), "leastCondition", "unknown");
        check(faults, isKnownOrOpen(wish.districtCode(), catalog::district), "districtCode", "unknown");
        check(faults, isNearOrOpen(wish), "withinKm", "nearness");
        check(
                faults,
                !wish.lastDay().isBefore(today) && !wish.lastDay().isAfter(today.plusDays(DAYS_MAX)),
                "lastDay",
                "last-day");
        catalog.category(wish.categoryCode())
                .ifPresentOrElse(
                        category -> faults.addAll(faultsOfAnswers(wish, category)),
                        () -> check(faults, false, "categoryCode", "unknown"));
        return List.copyOf(faults);
    }

    /** Free text is no condition: brands are written in many ways, and belong into the words. */
    private static List<FieldFault> faultsOfAnswers(Wish wish, Category category) {
        return wish.answers().entrySet().stream()
                .filter(answer -> category.attributes().stream()
                        .noneMatch(attribute -> attribute.code().equals(answer.getKey())
                                && mayBeAsked(attribute)
                                && attribute.accepts(answer.getValue())))
                .map(answer -> fault("answers." + answer.getKey(), "does-not-answer"))
                .toList();
    }

    /** How a thing is fetched is no wish either. */
    private static boolean mayBeAsked(Attribute attribute) {
        return switch (attribute.type()) {
            case CHOICE, BOOLEAN -> attribute.group() == null;
            case TEXT, NUMBER, YEAR -> false;
        };
    }

    private static boolean isPriceOrOpen(@Nullable Money price) {
        return price == null
                || price.currency().equals(Money.CNY) && price.amount() >= 1 && price.amount() <= PRICE_FEN_MAX;
    }

    private static boolean isNearOrOpen(Wish wish) {
        var km = wish.withinKm();
        return km == null || wish.districtCode() != null && km >= 1 && km <= KM_MAX;
    }

    private static boolean isKnownOrOpen(@Nullable String code, Function<String, Optional<?>> lookup) {
        return code == null || lookup.apply(code).isPresent();
    }

    private static boolean isPlainText(String text, boolean linesAllowed) {
        return text.codePoints().allMatch(character -> switch (Character.getType(character)) {
            case Character.CONTROL -> linesAllowed && (character == '\n' || character == '\t' || character == '\r');
            case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
            default -> character < 0x202A || character > 0x202E;
        });
    }

    private static void check(List<FieldFault> faults, boolean holds, String field, String rule) {
        if (!holds) {
            faults.add(fault(field, rule));
        }
    }

    private static FieldFault fault(String field, String rule) {
        return new FieldFault(field, "wanted.field." + rule);
    }
}
