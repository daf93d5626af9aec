package io.xunshi.platform.credit.domain;

import static io.xunshi.platform.credit.domain.Deeds.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.audit.Dealing;
import io.xunshi.platform.identity.AccountId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TradingRingTests {
    @Test
    void sixAccountsThatTradeInALoopAreARing() {
        var members = people(6);

        var found = TradingRing.among(loop(members));

        assertThat(found).singleElement().satisfies(ring -> {
            assertThat(ring.members()).containsExactlyInAnyOrderElementsOf(members);
            assertThat(ring.trades()).isEqualTo(6);
        });
    }

    @Test
    void whoOnlySellsOrOnlyBuysIsInNone() {
        var seller = somebody();

        assertThat(TradingRing.among(people(9).stream()
                        .map(buyer -> new Dealing(seller, buyer, 3))
                        .toList()))
                .isEmpty();
    }

    @Test
    void twoFriendsWhoSellToEachOtherOnceAreNoneAndTwoWhoDoItAllTheTimeAreOne() {
        var one = somebody();
        var other = somebody();

        assertThat(TradingRing.among(List.of(new Dealing(one, other, 1), new Dealing(other, one, 1))))
                .isEmpty();
        assertThat(TradingRing.among(List.of(new Dealing(one, other, 2), new Dealing(other, one, 2))))
                .hasSize(1);
    }

    @Test
    void peopleWhoMostlyTradeWithOthersAreInNone() {
        var members = people(3);
        var outside = members.stream()
                .flatMap(member -> people(3).stream().map(stranger -> new Dealing(member, stranger, 1)));

        assertThat(TradingRing.among(
                        Stream.concat(loop(members).stream(), outside).toList()))
                .isEmpty();
    }

    @Test
    void aChainThatLeadsIntoALoopIsNotPartOfIt() {
        var members = people(4);
        var before = people(3);
        var chain = List.of(
                new Dealing(before.get(0), before.get(1), 1),
                new Dealing(before.get(1), before.get(2), 1),
                new Dealing(before.get(2), members.getFirst(), 1));

        var found = TradingRing.among(
                Stream.concat(loop(members).stream(), chain.stream()).toList());

        assertThat(found)
                .singleElement()
                .satisfies(ring -> assertThat(ring.members()).containsExactlyInAnyOrderElementsOf(members));
    }

    @Test
    void moreThanTwelveAreANeighbourhoodAndNoRing() {
        assertThat(TradingRing.among(loop(people(12)))).hasSize(1);
        assertThat(TradingRing.among(loop(people(13)))).isEmpty();
    }

    @Test
    void theSameMembersMakeTheSameRingHoweverOftenTheyTrade() {
        var members = people(3);
        var more = loop(members).stream()
                .map(dealing -> new Dealing(dealing.giver(), dealing.taker(), 7))
                .toList();

        assertThat(TradingRing.among(more).getFirst().id())
                .isEqualTo(TradingRing.among(loop(members)).getFirst().id());
    }

    @RepeatedTest(40)
    void everyMemberGivesTakesAndStaysMostlyInside(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var dealings = market(random);

        for (var ring : TradingRing.among(dealings)) {
            assertThat(ring.dealings()).extracting(Dealing::giver).containsAll(ring.members());
            assertThat(ring.dealings()).extracting(Dealing::taker).containsAll(ring.members());
            for (var member : ring.members()) {
                assertThat(tradesOf(member, ring.dealings()) * 100)
                        .isGreaterThanOrEqualTo(tradesOf(member, dealings) * 60);
            }
        }
    }

    @RepeatedTest(20)
    void theOrderOfTheDealingsChangesNothing(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var dealings = new ArrayList<>(market(random));
        var found = TradingRing.among(dealings);

        Collections.shuffle(dealings, random);

        assertThat(TradingRing.among(dealings)).isEqualTo(found);
    }

    private static long tradesOf(AccountId member, List<Dealing> dealings) {
        return dealings.stream()
                .filter(dealing ->
                        dealing.giver().equals(member) || dealing.taker().equals(member))
                .mapToLong(Dealing::trades)
                .sum();
    }

    private static List<AccountId> people(int count) {
        return IntStream.range(0, count).mapToObj(any -> somebody()).toList();
    }

    private static List<Dealing> loop(List<AccountId> members) {
        return IntStream.range(0, members.size())
                .mapToObj(place -> new Dealing(members.get(place), members.get((place + 1) % members.size()), 1))
                .toList();
    }

    private static List<Dealing> market(Random random) {
        var people = people(24);
        var trades = new HashMap<Map.Entry<AccountId, AccountId>, Long>();
        for (var i = 0; i < 30; i++) {
            var giver = people.get(random.nextInt(people.size()));
            var taker = people.get(random.nextInt(people.size()));
            if (!giver.equals(taker)) {
                trades.merge(Map.entry(giver, taker), 1L + random.nextInt(3), Long::sum);
            }
        }
        return trades.entrySet().stream()
                .map(pair -> new Dealing(pair.getKey().getKey(), pair.getKey().getValue(), pair.getValue()))
                .toList();
    }
}
