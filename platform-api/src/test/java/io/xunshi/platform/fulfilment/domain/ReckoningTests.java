package io.xunshi.platform.fulfilment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.fulfilment.FulfilmentCause;
import io.xunshi.platform.fulfilment.FulfilmentState;
import io.xunshi.platform.fulfilment.domain.AssayReport.Reader;
import io.xunshi.platform.fulfilment.domain.ScaleTicket.Source;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.pricing.Assay.HardReject;
import io.xunshi.platform.pricing.Fixings;
import io.xunshi.platform.pricing.Penalty;
import io.xunshi.platform.pricing.PriceFacts;
import io.xunshi.platform.pricing.PriceFormula;
import io.xunshi.platform.pricing.Settlement;
import io.xunshi.platform.pricing.Settlement.Reckoned;
import io.xunshi.platform.pricing.SettlementTerms;
import io.xunshi.platform.pricing.Side;
import io.xunshi.platform.pricing.WeighTicket;
import io.xunshi.platform.pricing.WeighTicket.Scale;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What silence, umpires and claims make of the figures that a settlement is reckoned with. */
class ReckoningTests {
    private static final Instant NOW = Instant.parse("2026-11-27T06:00:00Z");
    private static final UUID LOAD = UUID.randomUUID();
    private static final PriceFacts PRICES =
            new PriceFacts(Fixings.of(Map.of(), List.of()), List.of(), LocalDate.of(2026, 11, 27));

    private static final List<FulfilmentState> ROUTE = List.of(
            FulfilmentState.DISPATCHED,
            FulfilmentState.WEIGHED,
            FulfilmentState.SAMPLED,
            FulfilmentState.DISPUTED,
            FulfilmentState.ASSAYED,
            FulfilmentState.ACCEPTED);

    private final List<Load> loads = new ArrayList<>(List.of(load(LOAD, 1)));
    private final List<ScaleTicket> tickets = new ArrayList<>();
    private final List<AssayReport> reports = new ArrayList<>();

    @Test
    void untilItsTimeIsOverAMissingFigureKeepsTheSettlementOpen() {
        weighed(Scale.SELLER, 20_000);
        read(Reader.SELLER, 9_750, 120);

        assertThat(reckoned(FulfilmentState.DISPATCHED).isFinal()).isFalse();
        assertThat(reckoned(FulfilmentState.SAMPLED).isFinal()).isFalse();
        assertThat(reckoned(FulfilmentState.ASSAYED).isFinal()).isTrue();
    }

    @Test
    void whoHasNotWeighedTakesTheOthersWeight() {
        weighed(Scale.BUYER, 19_000);

        assertThat(reckoned(FulfilmentState.ASSAYED).weight()).isEqualTo(19_000_000);
    }

    @Test
    void aThirdScaleDecidesOnceItHasWeighedEveryLoad() {
        weighed(Scale.SELLER, 20_000);
        weighed(Scale.BUYER, 19_000);
        weighed(Scale.THIRD, 19_600);

        assertThat(reckoned(FulfilmentState.ASSAYED).weight()).isEqualTo(19_600_000);
        loads.add(load(UUID.randomUUID(), 2));
        assertThat(reckoned(FulfilmentState.ASSAYED).weight()).isEqualTo(19_000_000);
    }

    @Test
    void aThirdScaleThatOnlyOneSideStandsByDecidesNothing() {
        weighed(Scale.SELLER, 20_000);
        weighed(Scale.BUYER, 19_000);
        weighed(Scale.THIRD, 20_000, null);

        assertThat(reckoned(FulfilmentState.ASSAYED).weight()).isEqualTo(19_000_000);
    }

    @Test
    void whatNobodyHasReadCountsAsItWasAgreed() {
        bothWeighed();

        assertThat(reckoned(FulfilmentState.ASSAYED).price()).isEqualTo(1_560_000);
    }

    @Test
    void readingsApartAreSplitWhereNoUmpireHasReadAndNotBefore() {
        bothWeighed();
        read(Reader.SELLER, 9_750, 120);
        read(Reader.BUYER, 9_650, 120);

        assertThat(reckoning(FulfilmentState.SAMPLED, null).disputed()).containsExactly("al_pct");
        assertThat(reckoned(FulfilmentState.DISPUTED).isFinal()).isFalse();
        assertThat(reckoned(FulfilmentState.ASSAYED).price()).isEqualTo(1_550_000);
    }

    @Test
    void theUmpireOutsideBothCountsAsTheNearerSide() {
        bothWeighed();
        read(Reader.SELLER, 9_750, 120);
        read(Reader.BUYER, 9_650, 120);
        read(Reader.UMPIRE, 9_600, 120);

        assertThat(reckoned(FulfilmentState.ASSAYED).price()).isEqualTo(1_540_000);
    }

    @Test
    void whatNoLoadMayHoldLetsTheBuyerRefuseAndNoMoreOnceTheyHaveTakenIt() {
        bothWeighed();
        reports.add(new AssayReport(
                Reader.BUYER,
                "化验室",
                Map.of("al_pct", 9_750L, "inclusion_pct", 120L),
                Set.of(HardReject.SEALED_CONTAINER),
                List.of(),
                NOW));

        assertThat(reckoning(FulfilmentState.ASSAYED, null).settlement(PRICES))
                .isInstanceOf(Settlement.Refusable.class);
        assertThat(reckoned(FulfilmentState.ACCEPTED).isFinal()).isTrue();
    }

    @Test
    void aDeductionThatAClaimEndedWithIsTakenOffThePrice() {
        bothWeighed();
        var claim = Claim.raised(
                        UUID.randomUUID(),
                        new ClaimMove(Side.BUYER, Remedy.deduction(50_000), "油污", null, List.of(), NOW))
                .overdue(NOW);

        var settled = (Reckoned) reckoning(FulfilmentState.ACCEPTED, claim).settlement(PRICES);

        assertThat(settled.price()).isEqualTo(1_510_000);
        assertThat(settled.money().total()).isEqualTo(30_200_000);
    }

    /** Whatever is missing: once the buyer has accepted, nothing is open, and no fen is lost between tax and net. */
    @RepeatedTest(200)
    void anyAcceptedDeliveryComesToFinalFigures(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        weighed(random.nextBoolean() ? Scale.SELLER : Scale.BUYER, 15_000 + random.nextLong(10_000));
        if (random.nextBoolean()) {
            weighed(Scale.THIRD, 15_000 + random.nextLong(10_000));
        }
        for (var reader : Reader.values()) {
            if (random.nextBoolean()) {
                read(reader, 9_000 + random.nextLong(1_000), random.nextLong(1_000));
            }
        }

        var settled = reckoned(FulfilmentState.ACCEPTED);

        assertThat(settled.isFinal()).isTrue();
        assertThat(settled.money().beforeTax() + settled.money().tax())
                .isEqualTo(settled.money().total());
        assertThat(settled.money().due()).isEqualTo(settled.money().total());
    }

    private void bothWeighed() {
        weighed(Scale.SELLER, 20_000);
        weighed(Scale.BUYER, 20_000);
    }

    private void weighed(Scale scale, long kilograms) {
        weighed(scale, kilograms, scale == Scale.THIRD ? NOW : null);
    }

    private void weighed(Scale scale, long kilograms, @Nullable Instant agreedAt) {
        tickets.add(new ScaleTicket(
                UUID.randomUUID(),
                LOAD,
                new WeighTicket(
                        scale,
                        "DB-01",
                        LocalDate.of(2027, 11, 27),
                        "豫A12345",
                        (12_000 + kilograms) * 1_000,
                        NOW,
                        12_000_000,
                        NOW,
                        false),
                null,
                List.of(),
                Source.HAND,
                null,
                NOW,
                scale == Scale.THIRD ? Side.SELLER : null,
                agreedAt,
                null));
    }

    private void read(Reader reader, long aluminium, long inclusion) {
        reports.add(new AssayReport(
                reader, "化验室", Map.of("al_pct", aluminium, "inclusion_pct", inclusion), Set.of(), List.of(), NOW));
    }

    private Reckoned reckoned(FulfilmentState state) {
        return (Reckoned) reckoning(state, null).settlement(PRICES);
    }

    private Reckoning reckoning(FulfilmentState state, @Nullable Claim claim) {
        var head = Fulfilment.signed(
                new DealId(UUID.randomUUID()),
                new OrganisationId(UUID.randomUUID()),
                new OrganisationId(UUID.randomUUID()),
                NOW);
        for (var step : ROUTE) {
            if (head.state() != state && (step != FulfilmentState.DISPUTED || state == step)) {
                head = head.moved(step, FulfilmentCause.SIGNED, NOW);
            }
        }
        return new Reckoning(
                terms(), new Performance(head, loads, tickets, null, reports, claim, List.of(), List.of()), 50);
    }

    private static Load load(UUID id, int number) {
        return new Load(id, number, "豫A12345", "赵师傅", null, 20_000_000, NOW, null);
    }

    private static SettlementTerms terms() {
        return new SettlementTerms(
                20_000_000,
                300,
                true,
                new SettlementTerms.DryNet(new SettlementTerms.Allowance("inclusion_pct", 120)),
                new SettlementTerms.ScaleRule(Side.SELLER, 30, SettlementTerms.Beyond.RECEIVED),
                1_000,
                new PriceFormula.Fixed(
                        1_560_000,
                        List.of(new Penalty(
                                "al_pct", Penalty.Worse.BELOW, 9_750, null, new Penalty.Linear(100, 20_000)))),
                new SettlementTerms.Tax(1_300, true),
                9_000);
    }
}
