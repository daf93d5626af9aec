package io.xunshi.platform.custody.domain;

import static io.xunshi.platform.custody.domain.CustodyModel.CONTROLLED_BLENDING;
import static io.xunshi.platform.custody.domain.CustodyModel.IDENTITY_PRESERVED;
import static io.xunshi.platform.custody.domain.CustodyModel.MASS_BALANCE;
import static io.xunshi.platform.custody.domain.CustodyModel.SEGREGATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.platform.custody.CustodyProblem;
import io.xunshi.platform.custody.domain.CompositionRules.Said;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.kernel.ProblemException;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a batch may make of what goes into it. */
class CompositionRulesTests {
    private static final String CABLE = "NF-AL-ACSR";
    private static final String EXTRUSIONS = "NF-AL-EXT-O";
    private static final LotId LOT = new LotId(UUID.randomUUID());
    private static final Recipe MELTING = new Recipe(ProcessKind.MELTING, CABLE, 1, 400, 500, "行业报价页");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noGramAndNoOriginComesOutOfNothing(long seed) {
        var random = new Random(seed);
        var draws = drawn(random);
        var drawn = draws.stream().mapToLong(Draw::grams).sum();
        var outputs = outputs(random, drawn);
        var made = outputs.stream().mapToLong(Output::grams).sum();

        var composition = CompositionRules.composed(processing(draws, outputs, drawn - made, ""), Optional.empty());

        assertThat(composition.drawn() + composition.entered()).isEqualTo(composition.made() + composition.loss());
        assertThat(composition.changes().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(-composition.loss());
        var documented = draws.stream().mapToLong(Draw::documented).sum();
        assertThat(composition.products().stream()
                        .mapToLong(Product::documented)
                        .sum())
                .isBetween(0L, documented);
        assertThat(composition.products()).allSatisfy(product -> {
            assertThat(product.documented()).isLessThanOrEqualTo(product.grams());
            assertThat(draws)
                    .noneMatch(
                            draw -> product.model().isStrongerThan(draw.parcel().model()));
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aCounterEntryIsTheSameTheOtherWayRound(long seed) {
        var random = new Random(seed);
        var draws = drawn(random);
        var drawn = draws.stream().mapToLong(Draw::grams).sum();
        var outputs = outputs(random, drawn);
        var made = outputs.stream().mapToLong(Output::grams).sum();
        var wrong = CompositionRules.composed(processing(draws, outputs, drawn - made, ""), Optional.empty());

        var counter = CompositionRules.reversed(
                wrong,
                wrong.products().stream()
                        .map(product -> parcel(
                                product.materialCode(), product.grams(), product.documented(), product.model(), null))
                        .toList());

        assertThat(counter.drawn()).isEqualTo(wrong.made());
        assertThat(counter.made()).isEqualTo(wrong.drawn());
        wrong.changes()
                .forEach((material, grams) -> assertThat(counter.changes()).containsEntry(material, -grams));
    }

    @Test
    void aGramTooManyIsRefused() {
        var draws = List.of(new Draw(whole(1_000), 1_000));

        assertThat(codeOf(() -> compose(processing(draws, List.of(output(990)), 11, ""))))
                .isEqualTo(CustodyProblem.NOT_CONSERVED.code());
        assertThat(compose(processing(draws, List.of(output(990)), 10, "")).made())
                .isEqualTo(990);
    }

    @Test
    void aLossOutsideTheBoundsNeedsAReasonAndIsMarked() {
        var draws = List.of(new Draw(whole(10_000), 10_000));

        assertThat(melted(draws, 9_600, "").isOutsideYield()).isFalse();
        assertThat(melted(draws, 9_500, "").isOutsideYield()).isFalse();
        assertThat(codeOf(() -> melted(draws, 9_499, ""))).isEqualTo(CustodyProblem.YIELD_OUTSIDE.code());
        assertThat(codeOf(() -> melted(draws, 9_601, ""))).isEqualTo(CustodyProblem.YIELD_OUTSIDE.code());
        assertThat(melted(draws, 9_601, "新炉衬").isOutsideYield()).isTrue();
    }

    @Test
    void noOutputIsStrongerThanTheWeakestInput() {
        var known = whole(1_000);
        var residents = parcel(EXTRUSIONS, 1_000, 1_000, SEGREGATED, null);
        var unknown = parcel(EXTRUSIONS, 1_000, 0, SEGREGATED, null);

        assertThat(modelOf(known)).isEqualTo(IDENTITY_PRESERVED);
        assertThat(modelOf(known, residents)).isEqualTo(SEGREGATED);
        assertThat(modelOf(known, whole(1_000))).isEqualTo(SEGREGATED);
        assertThat(modelOf(known, unknown)).isEqualTo(CONTROLLED_BLENDING);
        assertThat(codeOf(() -> compose(new Said(
                        BatchKind.SPLIT,
                        null,
                        List.of(new Draw(residents, 1_000)),
                        List.of(new Output(EXTRUSIONS, 1_000, IDENTITY_PRESERVED)),
                        0,
                        null,
                        ""))))
                .isEqualTo(CustodyProblem.MODEL_TOO_STRONG.code());
    }

    @Test
    void aDeliveryTakesWhatWasPutTogetherForItAndThenWhatIsOldest() {
        var chosen = parcel(EXTRUSIONS, 600, 600, IDENTITY_PRESERVED, LOT);
        var old = whole(1_000);

        var asChosen = CompositionRules.delivered(List.of(chosen, old), LOT, EXTRUSIONS, 600);
        var byRule = CompositionRules.delivered(List.of(chosen, old), LOT, EXTRUSIONS, 900);
        var unknown = CompositionRules.delivered(List.of(chosen), LOT, EXTRUSIONS, 900);

        assertThat(asChosen.products().getFirst().model()).isEqualTo(IDENTITY_PRESERVED);
        assertThat(byRule.draws()).extracting(Draw::grams).containsExactly(600L, 300L);
        assertThat(byRule.products().getFirst().model()).isEqualTo(MASS_BALANCE);
        assertThat(unknown.entered()).isEqualTo(300);
        assertThat(unknown.products().getFirst().documented()).isEqualTo(600);
        assertThat(unknown.products().getFirst().model()).isEqualTo(CONTROLLED_BLENDING);
        assertThat(CompositionRules.delivered(List.of(), LOT, EXTRUSIONS, 900).entered())
                .isEqualTo(900);
    }

    @Test
    void aCountFindsMoreOrLessOrNothing() {
        var parcel = whole(1_000);

        assertThat(counted(parcel, List.of(output(950))).loss()).isEqualTo(50);
        assertThat(counted(parcel, List.of(output(1_020))).entered()).isEqualTo(20);
        assertThat(counted(parcel, List.of(output(1_020))).products().getFirst().model())
                .isEqualTo(CONTROLLED_BLENDING);
        assertThat(counted(parcel, List.of()).loss()).isEqualTo(1_000);
    }

    private static CustodyModel modelOf(Parcel... parcels) {
        var draws = List.of(parcels).stream()
                .map(parcel -> new Draw(parcel, parcel.grams()))
                .toList();
        var said = new Said(BatchKind.MERGE, null, draws, List.of(output(1_000L * parcels.length)), 0, null, "");
        return compose(said).products().getFirst().model();
    }

    private static Composition counted(Parcel parcel, List<Output> found) {
        return compose(new Said(BatchKind.COUNT, null, List.of(new Draw(parcel, parcel.left())), found, 0, null, "盘点"));
    }

    private static Composition melted(List<Draw> draws, long made, String reason) {
        return CompositionRules.composed(
                processing(draws, List.of(output(made)), 10_000 - made, reason), Optional.of(MELTING));
    }

    private static Composition compose(Said said) {
        return CompositionRules.composed(said, Optional.empty());
    }

    private static Said processing(List<Draw> draws, List<Output> outputs, long loss, String reason) {
        return new Said(BatchKind.PROCESSING, ProcessKind.MELTING, draws, outputs, loss, null, reason);
    }

    private static List<Draw> drawn(Random random) {
        var draws = new ArrayList<Draw>();
        for (var index = random.nextInt(4); index >= 0; index--) {
            var grams = 10 + random.nextLong(50_000_000_000L);
            var model = CustodyModel.values()[random.nextInt(CustodyModel.values().length)];
            draws.add(new Draw(
                    parcel(random.nextBoolean() ? CABLE : EXTRUSIONS, grams, random.nextLong(grams + 1), model, null),
                    5 + random.nextLong(grams - 5)));
        }
        return draws;
    }

    /** Of what went in, or a little less. */
    private static List<Output> outputs(Random random, long grams) {
        var outputs = new ArrayList<Output>();
        var left = grams;
        for (var index = random.nextInt(3); index >= 0; index--) {
            var part = 1 + random.nextLong(Math.max(1, left / 4));
            outputs.add(new Output(random.nextBoolean() ? CABLE : EXTRUSIONS, part, null));
            left -= part;
        }
        return outputs;
    }

    private static Output output(long grams) {
        return new Output(EXTRUSIONS, grams, null);
    }

    private static Parcel whole(long grams) {
        return parcel(EXTRUSIONS, grams, grams, IDENTITY_PRESERVED, null);
    }

    private static Parcel parcel(
            String material, long grams, long documented, CustodyModel model, @Nullable LotId lot) {
        return new Parcel(
                UUID.randomUUID(),
                "T",
                UUID.randomUUID(),
                new OrganisationId(UUID.randomUUID()),
                UUID.randomUUID(),
                material,
                grams,
                grams,
                documented,
                model,
                lot,
                Instant.EPOCH);
    }

    private static String codeOf(ThrowingCallable refused) {
        var problem = new String[1];
        assertThatThrownBy(refused)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> problem[0] = thrown.problem().code());
        return problem[0];
    }
}
