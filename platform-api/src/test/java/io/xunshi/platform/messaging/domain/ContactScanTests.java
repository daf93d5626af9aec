package io.xunshi.platform.messaging.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the scan finds and how often it is wrong, on sentences that were written to deceive it and on honest ones. */
class ContactScanTests {
    private static final double RECALL_MIN = 0.95;
    private static final double FALSE_ALARMS_MAX = 0.01;
    private static final long SEED = 371;
    private static final int DRAWN = 2_000;

    private static final List<Disguise> DISGUISES = List.of(
            new Disguise("full width", number -> mapped(number, "０１２３４５６７８９")),
            new Disguise("in words", number -> mapped(number, "零一二三四五六七八九")),
            new Disguise("as on cheques", number -> mapped(number, "零壹贰叁肆伍陆柒捌玖")),
            new Disguise("over the radio", number -> mapped(number, "洞幺二三四五六拐八九")),
            new Disguise("in circles", number -> mapped(number, "⓪①②③④⑤⑥⑦⑧⑨")),
            new Disguise(
                    "as keys",
                    number -> number.chars()
                            .mapToObj(digit -> (char) digit + "\uFE0F\u20E3")
                            .collect(Collectors.joining())),
            new Disguise("with blanks", number -> String.join(" ", number.split(""))),
            new Disguise("with dots", number -> String.join(".", number.split(""))),
            new Disguise("with something invisible", number -> String.join("\u200B", number.split(""))),
            new Disguise("as telephones are grouped", number -> grouped(number, "-")),
            new Disguise("with a word between", number -> grouped(number, "杠")),
            new Disguise(
                    "in pairs",
                    number -> Stream.of(number.split(""))
                            .gather(Gatherers.windowFixed(2))
                            .map(pair -> String.join("", pair))
                            .collect(Collectors.joining("，"))),
            new Disguise("with the country's code", number -> "+86" + number));

    @Test
    void nineteenInTwentyDisguisesAreSeenThrough() {
        var disguised = lines("disguised.txt");

        var missed = disguised.stream()
                .map(line -> line.split("\t", 2))
                .filter(line -> !ContactScan.scan(line[1]).contains(Caution.valueOf(line[0])))
                .map(line -> line[0] + " " + line[1])
                .toList();

        assertThat(disguised).hasSizeGreaterThan(180);
        assertThat(1.0 - (double) missed.size() / disguised.size())
                .as("missed %s", missed)
                .isGreaterThanOrEqualTo(RECALL_MIN);
    }

    @Test
    void fewerThanOneInAHundredHonestSentencesRaiseAnAlarm() {
        var clean = lines("clean.txt");

        var alarms = clean.stream()
                .filter(line -> !ContactScan.scan(line).isEmpty())
                .map(line -> line + " " + ContactScan.scan(line))
                .toList();

        assertThat(clean).hasSizeGreaterThan(300);
        assertThat((double) alarms.size() / clean.size())
                .as("false alarms %s", alarms)
                .isLessThanOrEqualTo(FALSE_ALARMS_MAX);
    }

    @ParameterizedTest
    @EnumSource
    void everyCautionStandsInTheCorpus(Caution caution) {
        assertThat(lines("disguised.txt")).anyMatch(line -> line.startsWith(caution + "\t"));
    }

    @Test
    void anyTelephoneNumberIsFoundInAnyDisguise() {
        var random = new Random(SEED);
        for (int i = 0; i < DRAWN; i++) {
            var number = mobile(random);
            var disguise = DISGUISES.get(i % DISGUISES.size());

            var message = "方便的话 " + disguise.of().apply(number) + " 谢谢";

            assertThat(ContactScan.scan(message))
                    .as("%s: %s", disguise.name(), message)
                    .contains(Caution.PHONE);
        }
    }

    @Test
    void pricesSizesAndYearsAreNoTelephoneNumbers() {
        var random = new Random(SEED);
        for (int i = 0; i < DRAWN; i++) {
            var message = "%d年买的，%d×%d×%d 毫米，原价 %d，现在 %d 元，%d%% 新"
                    .formatted(
                            random.nextInt(1990, 2027),
                            random.nextInt(100, 2400),
                            random.nextInt(100, 2400),
                            random.nextInt(100, 2400),
                            random.nextInt(50, 20_000),
                            random.nextInt(10, 15_000),
                            random.nextInt(60, 100));

            assertThat(ContactScan.scan(message)).as(message).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "。", "👍👍👍", "\uD83D", "1", "加", "v", "@", "http", "一"})
    void nextToNothingIsNothing(String text) {
        assertThat(ContactScan.scan(text)).isEmpty();
    }

    @Test
    void noMessageMakesTheScanTryAllWaysToReadIt() {
        var nasty =
                List.of("1 ".repeat(500), "a.".repeat(500), "加我".repeat(500), "转账给我的".repeat(200), "138-".repeat(250));

        // A pattern that tries all ways would take years; how fast the scan is belongs into a benchmark.
        assertThat(nasty).allSatisfy(text -> assertTimeout(Duration.ofSeconds(10), () -> ContactScan.scan(text)));
    }

    private static String mobile(Random random) {
        return "1" + random.nextInt(3, 10) + "%09d".formatted(random.nextInt(1_000_000_000));
    }

    private static String mapped(String number, String digits) {
        return number.chars()
                .mapToObj(digit -> String.valueOf(digits.charAt(digit - '0')))
                .collect(Collectors.joining());
    }

    private static String grouped(String number, String between) {
        return String.join(between, number.substring(0, 3), number.substring(3, 7), number.substring(7));
    }

    private static List<String> lines(String file) {
        try {
            var address = Objects.requireNonNull(ContactScanTests.class.getResource("/contact-scan/" + file), file);
            return Files.readAllLines(Path.of(address.toURI())).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Disguise(String name, UnaryOperator<String> of) {}
}
