package io.xunshi.platform.tender.domain;

import io.xunshi.platform.exchange.Requirement;
import io.xunshi.platform.exchange.Requirement.Between;
import io.xunshi.platform.exchange.Requirement.OneOf;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of a tender is hashed for the log: the same text to the byte for the same facts. The names of who was invited
 * are in none of them.
 */
public final class TenderText {
    private TenderText() {}

    /** What was published, a fact in a line. */
    public static String of(Tender tender) {
        var terms = tender.terms();
        return lines(Stream.concat(
                Stream.of(
                        "xunshi tender v1",
                        fact("code", tender.code()),
                        fact("buyer", tender.buyer()),
                        fact("title", terms.title()),
                        fact("description", terms.description()),
                        fact("area", terms.areaCode()),
                        fact("address", terms.address()),
                        fact("delivery", terms.delivery()),
                        fact("payment", terms.payment()),
                        fact("tax", terms.tax()),
                        fact("audience", terms.isForEverybody() ? "everybody" : "invited"),
                        fact("closes", terms.closesAt()),
                        fact("award-by", terms.awardBy())),
                terms.lines().stream().map(TenderText::line)));
    }

    private static String line(TenderLine line) {
        var quality = line.sortedQuality().entrySet().stream()
                .map(asked -> asked.getKey() + words(asked.getValue()))
                .collect(Collectors.joining(" "));
        return fact(
                "line " + line.number(),
                "%s %d least %d %s"
                        .formatted(line.materialCode(), line.quantity(), line.leastPart(), quality)
                        .strip());
    }

    private static String words(Requirement requirement) {
        return switch (requirement) {
            case Between between -> "[%s,%s]".formatted(bound(between.min()), bound(between.max()));
            case OneOf oneOf -> oneOf.answers().stream().sorted().collect(Collectors.joining("|", "{", "}"));
        };
    }

    private static String bound(@Nullable BigDecimal bound) {
        return bound == null ? "" : bound.stripTrailingZeros().toPlainString();
    }

    /** All quotes as they stood at the close, by line and id. */
    public static String ofQuotes(Tender tender, Collection<Quote> quotes) {
        return lines(Stream.concat(
                Stream.of("xunshi tender quotes v1", fact("code", tender.code())),
                quotes.stream()
                        .sorted(Comparator.comparing(Quote::line).thenComparing(Quote::id))
                        .map(TenderText::quote)));
    }

    private static String quote(Quote quote) {
        var sheet = quote.sheet();
        return fact(
                "quote " + quote.id(),
                "line %d supplier %s lot %s terms %d quantity %d price %d %s %s valid %s at %s"
                        .formatted(
                                quote.line(),
                                quote.supplier(),
                                sheet.lot(),
                                sheet.lotTerms(),
                                sheet.quantity(),
                                sheet.price().amount(),
                                sheet.price().currency(),
                                sheet.tax(),
                                sheet.validTo(),
                                quote.at()));
    }

    /** What was awarded, in the order in which the buyer named it. */
    public static String ofAwards(Tender tender, List<AwardPick> picks) {
        return lines(Stream.concat(
                Stream.of("xunshi tender award v1", fact("code", tender.code())),
                picks.stream().map(pick -> fact("quote " + pick.quote(), "quantity " + pick.quantity()))));
    }

    private static String fact(String name, Object value) {
        return name + ": "
                + String.valueOf(value).replace("\\", "\\\\").replace("\r", "").replace("\n", "\\n");
    }

    private static String lines(Stream<String> facts) {
        return facts.collect(Collectors.joining("\n", "", "\n"));
    }
}
