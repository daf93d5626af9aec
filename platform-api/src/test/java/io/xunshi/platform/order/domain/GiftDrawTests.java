package io.xunshi.platform.order.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The draw, as the page recomputes it too. */
class GiftDrawTests {
    private static final String SEED = "00".repeat(32);
    private static final String DIGEST = "49b687188a22e9eb559da8c835684136c5b2d73341e661dc314320c3636fe673";
    private static final List<String> ORDER = List.of("c".repeat(32), "a".repeat(32), "b".repeat(32));

    /** The same numbers stand in the web client's test: the two must not drift apart. */
    @Test
    void agreesWithWhatTheBrowserComputes() {
        var tickets = List.of("b".repeat(32), "a".repeat(32), "c".repeat(32));

        assertThat(GiftDraw.commitmentTo(SEED))
                .isEqualTo("60e05bd1b195af2f94112fa7197a5c88289058840ce7c6df9693756bc6250f55");
        assertThat(GiftDraw.digestOf(tickets)).isEqualTo(DIGEST);
        assertThat(GiftDraw.order(SEED, tickets)).containsExactlyElementsOf(ORDER);
    }

    @RepeatedTest(50)
    void isTheSameInWhateverOrderTheTicketsCome(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var tickets = new ArrayList<>(tickets(random, 1 + random.nextInt(40)));
        var order = GiftDraw.order(SEED, tickets);

        Collections.shuffle(tickets, random);

        assertThat(GiftDraw.order(SEED, tickets)).isEqualTo(order).containsExactlyInAnyOrderElementsOf(tickets);
    }

    /** A late ticket moves the others as well: nobody can know a place before the last ask. */
    @Test
    void isAnotherOneWithOneTicketMore() {
        var random = new Random(7);
        var changed = IntStream.range(0, 200)
                .filter(round -> {
                    var tickets = tickets(random, 10);
                    var more = new ArrayList<>(tickets);
                    more.addAll(tickets(random, 1));
                    var withoutIt = new ArrayList<>(GiftDraw.order(SEED, more));
                    withoutIt.remove(more.getLast());
                    return !withoutIt.equals(GiftDraw.order(SEED, tickets));
                })
                .count();

        assertThat(changed).isGreaterThan(195);
    }

    /** Five tickets over 5,000 seeds: each is first a thousand times, give or take five standard deviations. */
    @Test
    void givesEveryTicketTheSameChance() {
        var random = new Random(42);
        var tickets = tickets(random, 5);
        var first = new HashMap<String, Integer>();

        IntStream.range(0, 5_000)
                .forEach(round ->
                        first.merge(GiftDraw.order(hex(random, 32), tickets).getFirst(), 1, Integer::sum));

        assertThat(first.values())
                .hasSize(5)
                .allSatisfy(times -> assertThat(times).isBetween(860, 1_140));
    }

    private static List<String> tickets(Random random, int count) {
        return IntStream.range(0, count).mapToObj(number -> hex(random, 16)).toList();
    }

    private static String hex(Random random, int bytes) {
        var drawn = new byte[bytes];
        random.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }
}
