package io.xunshi.platform.counterparty.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.clearing.DealPayments.Promptness;
import io.xunshi.platform.counterparty.CounterpartyRecord;
import io.xunshi.platform.counterparty.CounterpartyRecord.ClaimFact;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.deal.DealOutcome;
import io.xunshi.platform.deal.DealState;
import io.xunshi.platform.fulfilment.FulfilmentState;
import io.xunshi.platform.fulfilment.PerformedDeals.EndedClaim;
import io.xunshi.platform.fulfilment.PerformedDeals.PerformedDeal;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What deals say of an organisation. */
class CountFactsTests {
    private static final Instant SINCE = Instant.parse("2025-11-26T16:00:00Z");
    private static final OrganisationId WHO = organisation(0);

    @Test
    void heavyLoadsCountForMoreInTheScaleDifference() {
        var facts = record(
                        sold(1, 10_000_000L, 9_990_000L, false, null), sold(2, 90_000_000L, 90_000_000L, false, null))
                .asSeller();

        assertThat(facts.weighed()).isEqualTo(2);
        assertThat(facts.scaleDifferencePpm()).isEqualTo(-100);
        assertThat(facts.grams()).isEqualTo(99_990_000);
    }

    @Test
    void whoNeverWeighedHasNoScaleDifference() {
        assertThat(record(sold(1, null, 9_990_000L, false, null)).asSeller().scaleDifferencePpm())
                .isNull();
    }

    @Test
    void eachSideIsCountedForItself() {
        var record = record(
                sold(1, 1_000L, 1_000L, true, null),
                sold(1, null, null, false, claim(true)),
                new PerformedDeal(id(), WHO, organisation(5), FulfilmentState.NOT_DELIVERED, null, null, false, null),
                bought(3, claim(false)));

        assertThat(record.asSeller().deals()).isEqualTo(3);
        assertThat(record.asSeller().partners()).isEqualTo(2);
        assertThat(record.asSeller().dispatched()).isEqualTo(2);
        assertThat(record.asSeller().gradeFellShort()).isEqualTo(1);
        assertThat(record.asSeller().upheld()).isEqualTo(1);
        assertThat(record.asSeller().claims()).hasSize(1);
        assertThat(record.asBuyer().deals()).isEqualTo(1);
        assertThat(record.asBuyer().upheld()).isZero();
        assertThat(record.asBuyer().claims()).extracting(ClaimFact::upheld).containsExactly(false);
    }

    @Test
    void aContractLapsesForWhoDidNotSign() {
        var record = CountFacts.of(
                WHO,
                SINCE,
                List.of(
                        new DealOutcome(id(), WHO, organisation(1), DealState.LAPSED, false, true),
                        new DealOutcome(id(), WHO, organisation(1), DealState.LAPSED, true, false),
                        new DealOutcome(id(), WHO, organisation(1), DealState.AGREED, false, true),
                        new DealOutcome(id(), organisation(1), WHO, DealState.LAPSED, false, false)),
                List.of(),
                List.of(new Promptness(id(), organisation(1), true), new Promptness(id(), organisation(1), false)));

        assertThat(record.asSeller().lapsed()).isEqualTo(1);
        assertThat(record.asBuyer().lapsed()).isEqualTo(1);
        assertThat(record.asBuyer().bills()).isEqualTo(2);
        assertThat(record.asBuyer().paidOnTime()).isEqualTo(1);
    }

    @Test
    void fiveDealsWithThreePartnersAreEnoughToShowAndOneFewerOfEitherIsNot() {
        assertThat(withPartners(1, 1, 2, 3, 3).asSeller().isPublishable()).isTrue();
        assertThat(withPartners(1, 2, 3, 3).asSeller().isPublishable()).isFalse();
        assertThat(withPartners(1, 1, 2, 2, 2, 2).asSeller().isPublishable()).isFalse();
        assertThat(withPartners(1, 1, 2, 3, 3).asBuyer().isPublishable()).isFalse();
    }

    @Test
    void theOrderInWhichFactsAreReadChangesNothing() {
        var random = new Random(3);
        for (int run = 0; run < 100; run++) {
            var deals = new ArrayList<>(IntStream.range(0, 20)
                    .mapToObj(n -> sold(
                            random.nextInt(6),
                            random.nextLong(1, 40_000_000),
                            random.nextLong(1, 40_000_000),
                            random.nextBoolean(),
                            null))
                    .toList());
            var first = CountFacts.of(WHO, SINCE, List.of(), List.copyOf(deals), List.of());
            Collections.shuffle(deals, random);

            assertThat(CountFacts.of(WHO, SINCE, List.of(), deals, List.of())).isEqualTo(first);
        }
    }

    @Test
    void strangersSeeTwoDigits() {
        assertThat(TwoDigits.of(99_990_000)).isEqualTo(100_000_000);
        assertThat(TwoDigits.of(-1_234)).isEqualTo(-1_200);
        assertThat(TwoDigits.of(0)).isZero();
    }

    private static CounterpartyRecord record(PerformedDeal... deals) {
        return CountFacts.of(WHO, SINCE, List.of(), List.of(deals), List.of());
    }

    private static CounterpartyRecord withPartners(int... buyers) {
        return record(IntStream.of(buyers)
                .mapToObj(buyer -> sold(buyer, 1_000L, 1_000L, false, null))
                .toArray(PerformedDeal[]::new));
    }

    private static PerformedDeal sold(
            int buyer, @Nullable Long sent, @Nullable Long settled, boolean fellShort, @Nullable EndedClaim claim) {
        return new PerformedDeal(
                id(), WHO, organisation(buyer + 1), FulfilmentState.CLOSED, sent, settled, fellShort, claim);
    }

    private static PerformedDeal bought(int seller, EndedClaim claim) {
        return new PerformedDeal(
                id(), organisation(seller + 1), WHO, FulfilmentState.CLOSED, null, 1_000L, false, claim);
    }

    private static EndedClaim claim(boolean upheld) {
        return new EndedClaim(UUID.randomUUID(), Instant.parse("2026-10-01T00:00:00Z"), upheld);
    }

    private static DealId id() {
        return new DealId(UUID.randomUUID());
    }

    private static OrganisationId organisation(int number) {
        return new OrganisationId(new UUID(0, number));
    }
}
