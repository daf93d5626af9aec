package io.xunshi.platform.order.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.order.OrderSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwapRingTests {
    private static final int TRIES = 20_000;

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void balancesThatEvenOutPricesSumToZeroAndCostNobodyMoreThanWhatTheyGet(int size) {
        var random = new Random(20261126);
        for (int i = 0; i < TRIES; i++) {
            var prices =
                    random.longs(size, 1, 1_000_000_000).mapToObj(Money::fen).toList();

            var balances = SwapRing.evenedOut(prices);

            assertThat(SwapRing.isBalanced(balances)).isTrue();
            for (int place = 0; place < size; place++) {
                var gets = prices.get((place + size - 1) % size);
                assertThat(balances.get(place)).isLessThan(gets);
                assertThat(prices.get(place).plus(balances.get(place))).isEqualTo(gets);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void everybodyGivesToOneAndGetsFromOne(int size) {
        var ring =
                new SwapRing(LongStream.range(0, size).mapToObj(i -> party(0)).toList());

        assertThat(ring.parties()).allSatisfy(party -> {
            assertThat(ring.giverTo(ring.receiverOf(party))).isEqualTo(party);
            assertThat(ring.receiverOf(party)).isNotEqualTo(party);
        });
        assertThat(ring.parties().stream().map(ring::receiverOf)).containsExactlyInAnyOrderElementsOf(ring.parties());
    }

    @Test
    void isOfTwoOrThree() {
        assertThatThrownBy(() -> new SwapRing(List.of(party(0)))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SwapRing(List.of(party(0), party(0), party(0), party(0))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hasNobodyTwice() {
        var one = party(0);

        assertThatThrownBy(() -> new SwapRing(List.of(one, one))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void makesNoMoneyAndLosesNone() {
        assertThatThrownBy(() -> new SwapRing(List.of(party(100), party(-99))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new SwapRing(List.of(party(100), party(-60), party(-40))).payers())
                .hasSize(1);
    }

    static SwapParty party(long paysFen) {
        return new SwapParty(
                UUID.randomUUID(),
                new AccountId(UUID.randomUUID()),
                UUID.randomUUID(),
                Money.fen(paysFen),
                Money.fen(0),
                FeeRule.SWAP.id(),
                new OrderSnapshot(
                        "L",
                        "书",
                        "",
                        "book",
                        Map.of(),
                        "GOOD",
                        "ZZ-JS",
                        Money.fen(1_000),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        ""),
                true,
                false,
                false,
                "000000",
                0,
                null);
    }
}
