package io.xunshi.platform.consignment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.kernel.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MarkdownTests {

    @Test
    void thePriceIsBetweenTheMinimumAndTheAppraisedOneInWhateverOrderStepsAreDue() {
        var random = new Random(49);
        for (int i = 0; i < 5_000; i++) {
            var appraised = Money.fen(random.nextLong(100, 1_000_000_000));
            var minimum = Money.fen(random.nextLong(100, appraised.amount() + 1));
            var due = new ArrayList<Markdown>();
            for (int step = 0; step < random.nextInt(5); step++) {
                due.add(new Markdown(1 + step, 1 + random.nextInt(90)));
            }

            var price = Markdown.priceAfter(due, appraised, minimum);
            Collections.shuffle(due, random);

            assertThat(price).isBetween(minimum, appraised);
            assertThat(Markdown.priceAfter(due, appraised, minimum)).isEqualTo(price);
        }
    }

    @Test
    void aFurtherStepNeverMakesItDearer() {
        var random = new Random(50);
        for (int i = 0; i < 5_000; i++) {
            var appraised = Money.fen(random.nextLong(100, 1_000_000));
            var minimum = Money.fen(random.nextLong(1, appraised.amount() + 1));
            var one = List.of(new Markdown(1, 1 + random.nextInt(90)));
            var more = List.of(one.getFirst(), new Markdown(2, 1 + random.nextInt(90)));

            assertThat(Markdown.priceAfter(more, appraised, minimum))
                    .isLessThanOrEqualTo(Markdown.priceAfter(one, appraised, minimum));
        }
    }

    @Test
    void stepsDoNotAddUp() {
        var due = List.of(new Markdown(14, 10), new Markdown(28, 20));

        assertThat(Markdown.priceAfter(due, Money.fen(10_000), Money.fen(100))).isEqualTo(Money.fen(8_000));
    }

    @Test
    void aScheduleGoesOn() {
        assertThat(Markdown.isSchedule(List.of(new Markdown(14, 10), new Markdown(28, 20))))
                .isTrue();
        assertThat(Markdown.isSchedule(List.of(new Markdown(28, 10), new Markdown(14, 20))))
                .isFalse();
        assertThat(Markdown.isSchedule(List.of(new Markdown(14, 20), new Markdown(28, 20))))
                .isFalse();
    }

    @Test
    void everyStateCanBeReachedAndWhatIsHereCanLeave() {
        var reached = EnumSet.of(ItemState.ON_SALE);
        for (var state : ItemState.values()) {
            reached.addAll(state.next());
            assertThat(state.next().isEmpty()).isNotEqualTo(state.isHere());
        }
        assertThat(reached).containsExactlyInAnyOrder(ItemState.values());
    }

    @Test
    void aNameIsShownByItsFirstCharacter() {
        assertThat(NameMask.mask("王秀英")).isEqualTo("王**");
        assertThat(NameMask.mask("𠮷")).isEqualTo("𠮷");
    }
}
