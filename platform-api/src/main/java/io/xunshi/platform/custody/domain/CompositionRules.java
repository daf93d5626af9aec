package io.xunshi.platform.custody.domain;

import io.xunshi.platform.custody.CustodyProblem;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.exchange.Source;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.kernel.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a batch may make of what goes into it. Conserves every gram, and claims nothing that what went in does not bear.
 */
public final class CompositionRules {
    private static final int DRAWS_MAX = 50;
    private static final int OUTPUTS_MAX = 20;

    /** A hundred thousand tonnes, more than any yard has. */
    private static final long GRAMS_MAX = 100_000_000_000L;

    private static final int REASON_MAX = 200;

    private CompositionRules() {}

    /** Of something weighed in. */
    public static Composition received(Source source, Output output) {
        var documented = CustodyModel.isDocumented(source) ? output.grams() : 0;
        return entered(output, documented, CustodyModel.ofReceipt(source));
    }

    /** Of what was there before anybody kept parcels. */
    public static Composition opened(Output output) {
        return entered(output, 0, CustodyModel.MASS_BALANCE);
    }

    private static Composition entered(Output output, long documented, CustodyModel strongest) {
        var model = chosen(output, strongest);
        return new Composition(
                List.of(),
                output.grams(),
                List.of(new Product(output.materialCode(), output.grams(), documented, model)),
                0,
                false);
    }

    /**
     * Of what members enter. Raises field faults, {@link CustodyProblem#NOT_CONSERVED},
     * {@link CustodyProblem#YIELD_OUTSIDE} and {@link CustodyProblem#MODEL_TOO_STRONG}.
     *
     * @param said the faults' fields are named as its own
     * @param recipe the bounds of its process; empty where there are none
     */
    public static Composition composed(Said said, Optional<Recipe> recipe) {
        var faults = faultsOf(said);
        if (!faults.isEmpty()) {
            throw FieldFault.refuse(faults);
        }
        var drawn = said.draws().stream().mapToLong(Draw::grams).sum();
        var made = said.outputs().stream().mapToLong(Output::grams).sum();
        var isCount = said.kind() == BatchKind.COUNT;
        var entered = isCount ? Math.max(0, made - drawn) : 0;
        var loss = isCount ? Math.max(0, drawn - made) : said.loss();
        if (drawn + entered != made + loss) {
            throw CustodyProblem.NOT_CONSERVED
                    .raise()
                    .with("in", drawn)
                    .with("out", made)
                    .with("loss", loss);
        }
        var isOutside = recipe.filter(bounds -> !bounds.admits(drawn, loss)).isPresent();
        if (isOutside && said.reason().isEmpty()) {
            throw outside(recipe.orElseThrow());
        }
        return new Composition(said.draws(), entered, products(said, drawn, entered), loss, isOutside);
    }

    private static ProblemException outside(Recipe recipe) {
        return CustodyProblem.YIELD_OUTSIDE
                .raise(percent(recipe.minLossBp()), percent(recipe.maxLossBp()))
                .with("minLossBasisPoints", recipe.minLossBp())
                .with("maxLossBasisPoints", recipe.maxLossBp());
    }

    private static String percent(int basisPoints) {
        return basisPoints % 100 == 0
                ? Integer.toString(basisPoints / 100)
                : "%d.%02d".formatted(basisPoints / 100, basisPoints % 100);
    }

    private static List<Product> products(Said said, long drawn, long entered) {
        var documented = said.draws().stream().mapToLong(Draw::documented).sum();
        var strongest = strongest(said.draws(), entered);
        return said.outputs().stream()
                .map(output -> new Product(
                        output.materialCode(),
                        output.grams(),
                        Parcel.share(documented, output.grams(), drawn + entered),
                        chosen(output, strongest)))
                .toList();
    }

    private static CustodyModel chosen(Output output, CustodyModel strongest) {
        var model = output.model();
        if (model == null) {
            return strongest;
        }
        if (model.isStrongerThan(strongest)) {
            throw CustodyProblem.MODEL_TOO_STRONG.raise().with("strongest", strongest.name());
        }
        return model;
    }

    /** No stronger than the weakest of what goes in; several are of several origins, and some may be of none. */
    static CustodyModel strongest(List<Draw> draws, long entered) {
        var weakest = draws.stream()
                .map(draw -> draw.parcel().model())
                .reduce(CustodyModel::weaker)
                .orElseThrow();
        var mixed = draws.size() > 1 ? weakest.weaker(CustodyModel.SEGREGATED) : weakest;
        return isBlended(draws, entered) ? mixed.weaker(CustodyModel.CONTROLLED_BLENDING) : mixed;
    }

    /** Whether what is documented is mixed with what is not. */
    private static boolean isBlended(List<Draw> draws, long entered) {
        var isAnyDocumented = draws.stream().anyMatch(draw -> draw.parcel().documented() > 0);
        var isAllDocumented = entered == 0
                && draws.stream()
                        .allMatch(draw ->
                                draw.parcel().documented() == draw.parcel().grams());
        return isAnyDocumented && !isAllDocumented && (draws.size() > 1 || entered > 0);
    }

    /**
     * What a delivery is made of, where so much came. What the seller put together for the lot goes first, then what is
     * oldest: nobody looked which, so that more than mass balance cannot be said of that. What no parcel is behind
     * enters without an origin.
     *
     * @param available parcels of the material that the seller has, those to be drawn first in front
     */
    public static Composition delivered(List<Parcel> available, LotId lot, String materialCode, long net) {
        var draws = new ArrayList<Draw>();
        var missing = net;
        for (var parcel : available) {
            var part = Math.min(missing, parcel.left());
            if (part > 0) {
                draws.add(new Draw(parcel, part));
                missing -= part;
            }
        }
        var documented = draws.stream().mapToLong(Draw::documented).sum();
        var product = new Product(materialCode, net, documented, modelDelivered(draws, lot, missing));
        return new Composition(draws, missing, List.of(product), 0, false);
    }

    private static CustodyModel modelDelivered(List<Draw> draws, LotId lot, long missing) {
        var isChosen = draws.stream().allMatch(draw -> lot.equals(draw.parcel().lot()));
        return draws.isEmpty() || !isChosen ? CustodyModel.MASS_BALANCE : strongest(draws, missing);
    }

    /**
     * The counter entry of a batch of whose products nothing was used: what it made goes in, what it had drawn is there
     * again, and what was lost enters.
     *
     * @param made by the batch
     */
    public static Composition reversed(Composition wrong, List<Parcel> made) {
        return new Composition(
                made.stream().map(parcel -> new Draw(parcel, parcel.grams())).toList(),
                wrong.loss(),
                wrong.draws().stream()
                        .map(draw -> new Product(
                                draw.parcel().materialCode(),
                                draw.grams(),
                                draw.documented(),
                                draw.parcel().model()))
                        .toList(),
                wrong.entered(),
                false);
    }

    private static List<FieldFault> faultsOf(Said said) {
        var faults = new ArrayList<FieldFault>();
        check(faults, said.kind().isComposed(), "kind", "kind");
        check(faults, !said.draws().isEmpty() && said.draws().size() <= DRAWS_MAX, "inputs", "inputs");
        check(faults, isNumberOfOutputs(said), "outputs", "outputs");
        check(faults, areDifferent(said.draws()), "inputs", "twice");
        check(faults, said.draws().stream().allMatch(draw -> isWeight(draw.grams())), "inputs", "grams");
        check(faults, said.outputs().stream().allMatch(output -> isWeight(output.grams())), "outputs", "grams");
        check(faults, said.loss() >= 0 && said.loss() <= GRAMS_MAX * DRAWS_MAX, "lossGrams", "loss");
        check(faults, said.reason().length() <= REASON_MAX, "reason", "reason");
        check(faults, (said.kind() == BatchKind.PROCESSING) == (said.process() != null), "process", "process");
        check(faults, said.lot() == null || said.kind() == BatchKind.MERGE, "lotId", "lot");
        checkKind(faults, said);
        return faults;
    }

    private static void checkKind(List<FieldFault> faults, Said said) {
        switch (said.kind()) {
            case SPLIT -> {
                check(faults, said.draws().size() == 1, "inputs", "one-input");
                checkUnchanged(faults, said);
            }
            case MERGE -> {
                check(faults, said.outputs().size() == 1, "outputs", "one-output");
                checkUnchanged(faults, said);
            }
            case COUNT -> {
                check(faults, said.draws().size() == 1, "inputs", "one-input");
                check(faults, said.outputs().size() <= 1, "outputs", "one-output");
                check(
                        faults,
                        said.draws().stream()
                                .allMatch(draw -> draw.grams() == draw.parcel().left()),
                        "inputs",
                        "all-left");
                check(faults, !said.reason().isEmpty(), "reason", "reason");
                check(faults, isOneMaterial(said), "outputs", "one-material");
            }
            case PROCESSING, RECEIPT, OPENING, DELIVERY, REVERSAL -> {}
        }
    }

    /** A count may find nothing. */
    private static boolean isNumberOfOutputs(Said said) {
        return said.outputs().size() <= OUTPUTS_MAX
                && (said.kind() == BatchKind.COUNT || !said.outputs().isEmpty());
    }

    private static void checkUnchanged(List<FieldFault> faults, Said said) {
        check(faults, said.loss() == 0, "lossGrams", "no-loss");
        check(faults, isOneMaterial(said), "outputs", "one-material");
    }

    private static boolean isOneMaterial(Said said) {
        return Stream.concat(
                                said.draws().stream().map(draw -> draw.parcel().materialCode()),
                                said.outputs().stream().map(Output::materialCode))
                        .distinct()
                        .count()
                <= 1;
    }

    private static boolean areDifferent(List<Draw> draws) {
        var seen = new HashSet<>();
        return draws.stream().allMatch(draw -> seen.add(draw.parcel().id()));
    }

    private static boolean isWeight(long grams) {
        return grams > 0 && grams <= GRAMS_MAX;
    }

    private static void check(List<FieldFault> faults, boolean holds, String field, String rule) {
        if (!holds) {
            faults.add(new FieldFault(field, "custody.field." + rule));
        }
    }

    /**
     * What a member says of a batch.
     *
     * @param loss grams that are gone; of a count it follows from what was found
     * @param lot for which parcels are merged; null for none
     * @param reason of a count, or of a loss outside the bounds; otherwise empty
     */
    public record Said(
            BatchKind kind,
            @Nullable ProcessKind process,
            List<Draw> draws,
            List<Output> outputs,
            long loss,
            @Nullable LotId lot,
            String reason) {

        public Said {
            draws = List.copyOf(draws);
            outputs = List.copyOf(outputs);
        }
    }
}
