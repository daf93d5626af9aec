package io.xunshi.platform.auction.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.auction.AuctionFormat;
import io.xunshi.platform.auction.AuctionState;
import io.xunshi.platform.auction.DepositState;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuctionProcessTests {
    private static final Instant NOON = Instant.parse("2026-11-27T04:00:00Z");
    private static final AuctionHours HOURS =
            new AuctionHours(NOON, NOON.plus(Duration.ofHours(24)), NOON.plus(Duration.ofHours(26)));

    @Test
    void everyStateCanBeReached() {
        assertThat(reachableFrom(AuctionState.DRAFT)).containsExactlyInAnyOrder(AuctionState.values());
    }

    @ParameterizedTest
    @EnumSource
    void fromEveryStateAnEndCanBeReached(AuctionState state) {
        assertThat(reachableFrom(state)).anyMatch(end -> end.next().isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void everyWaitingStateHasATimerInEveryFormatAndNoOtherState(AuctionState state) {
        assertThat(AuctionFormat.values())
                .allSatisfy(format ->
                        assertThat(AuctionTimer.of(state, format).isPresent()).isEqualTo(state.hasTimer()));
        assertThat(state.hasTimer()).isEqualTo(!state.next().isEmpty() && state != AuctionState.AWARDED);
    }

    /** Of the states that only sealed bids have, a timer of theirs leads into each. */
    @Test
    void onlySealedBidsAreOpenedAfterTheEnd() {
        assertThat(AuctionTimer.of(AuctionState.OPEN, AuctionFormat.SEALED)).contains(AuctionTimer.REVEAL);
        assertThat(AuctionTimer.of(AuctionState.OPEN, AuctionFormat.DUTCH)).contains(AuctionTimer.CLOSE);
    }

    @ParameterizedTest
    @EnumSource
    void aTimerLeadsWhereTheProcessGoes(AuctionTimer timer) {
        assertThat(timer.during().next()).contains(timer.leadsTo());
    }

    @ParameterizedTest
    @EnumSource
    void nobodyCallsAnAuctionOffOnceItHasOpened(AuctionState state) {
        var isBefore = EnumSet.of(AuctionState.DRAFT, AuctionState.PUBLISHED, AuctionState.INSPECTION)
                .contains(state);

        assertThat(state.next().contains(AuctionState.CANCELLED)).isEqualTo(isBefore);
        assertThat(reachableFrom(AuctionState.OPEN)).doesNotContain(AuctionState.CANCELLED);
    }

    @Test
    void timersRingWhenThePublishedHoursSayOrSoLongAfterTheStateBegan() {
        var window = Duration.ofHours(1);
        var sealed = new Way.Sealed(100, window).opened(UUID.randomUUID(), LotQuantity.ofPieces(1), HOURS);
        var end = HOURS.endsAt();

        assertThat(List.of(AuctionTimer.values()))
                .extracting(timer -> timer.ringsAt(HOURS, sealed, NOON))
                .containsExactly(
                        NOON.plus(Duration.ofDays(30)),
                        HOURS.inspectionFrom(),
                        HOURS.opensAt(),
                        end,
                        end,
                        end,
                        end.plus(window),
                        end,
                        end.plus(window),
                        NOON.plus(Duration.ofHours(24)));
    }

    @Test
    void everyStateOfADepositCanBeReachedAndEachEndsIt() {
        var reached = EnumSet.of(DepositState.NONE);
        for (int i = 0; i < DepositState.values().length; i++) {
            List.copyOf(reached).forEach(state -> reached.addAll(state.next()));
        }

        assertThat(reached).containsExactlyInAnyOrder(DepositState.values());
        assertThat(reached)
                .filteredOn(state -> state.next().isEmpty())
                .containsExactlyInAnyOrder(DepositState.RELEASED, DepositState.FORFEITED, DepositState.REFUNDED);
    }

    private static EnumSet<AuctionState> reachableFrom(AuctionState start) {
        var reached = EnumSet.of(start);
        for (int i = 0; i < AuctionState.values().length; i++) {
            List.copyOf(reached).forEach(state -> reached.addAll(state.next()));
        }
        return reached;
    }
}
