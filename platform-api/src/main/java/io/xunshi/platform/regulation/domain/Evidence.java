package io.xunshi.platform.regulation.domain;

import io.xunshi.platform.catalog.ServiceLife;
import io.xunshi.platform.kernel.HeardText;
import io.xunshi.platform.regulation.GoodsFacts;
import io.xunshi.platform.regulation.PhotoSign;
import io.xunshi.platform.regulation.VehicleSign;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Goods as the rules look at them.
 *
 * @param category a leaf
 * @param texts title, description and answers, each as a reader takes it, whatever it is disguised with
 * @param year the city's
 */
record Evidence(
        String category,
        List<String> texts,
        Map<String, String> attributes,
        Set<PhotoSign> photos,
        Set<VehicleSign> vehicle,
        DeviceFacts device,
        int year) {
    private static final Pattern YEAR_MADE =
            Pattern.compile("((?:19|20)\\d\\d)年(?:\\d{1,2}月)?份?(?:\\d{1,2}[日号])?(?:生产|出厂|制造|产)"
                    + "|(?:生产|出厂|制造)(?:日期|年份|时间)?[:为是]?((?:19|20)\\d\\d)");

    static Evidence of(GoodsFacts goods, DeviceFacts device, int year) {
        var texts = Stream.concat(Stream.of(goods.title(), goods.description()), goods.attributes().values().stream())
                .map(text -> HeardText.of(text).compact())
                .toList();
        return new Evidence(
                goods.categoryCode(), texts, goods.attributes(), goods.photos(), goods.vehicle(), device, year);
    }

    /** Whether the words stand anywhere, leaving out what only looks like them. */
    boolean says(Pattern words, Pattern except) {
        return texts.stream()
                .anyMatch(text -> words.matcher(text).find()
                        && words.matcher(except.matcher(text).replaceAll("·")).find());
    }

    /** The earliest of the years of make and of purchase; empty where none is stated. */
    OptionalInt usedSince() {
        return ServiceLife.beginsIn(attributes);
    }

    /** Of make and of purchase. */
    IntStream yearsStated() {
        return ServiceLife.yearsIn(attributes);
    }

    /** The earliest year of manufacture that the texts name. */
    OptionalInt yearMade() {
        return texts.stream()
                .flatMap(text -> YEAR_MADE.matcher(text).results())
                .mapToInt(found -> Integer.parseInt(found.group(1) == null ? found.group(2) : found.group(1)))
                .min();
    }
}
