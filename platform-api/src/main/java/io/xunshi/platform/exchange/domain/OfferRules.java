package io.xunshi.platform.exchange.domain;

import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.catalog.QualityAttribute;
import io.xunshi.platform.exchange.Asked;
import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.exchange.domain.LotTerms.Days;
import io.xunshi.platform.exchange.domain.LotTerms.Place;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.pricing.Penalty;
import io.xunshi.platform.pricing.PriceFormula;
import io.xunshi.platform.pricing.QuotationalPeriod.Called;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which lots can be offered and which demands posted. Names all faults at once. */
public final class OfferRules {
    private static final int TITLE_MIN = 4;
    private static final int TITLE_MAX = 60;
    private static final int DESCRIPTION_MAX = 2000;
    private static final int ADDRESS_MIN = 2;
    private static final int ADDRESS_MAX = 120;
    private static final int PHOTOS_MAX = 12;

    /** A hundred thousand tonnes, more than any yard loads; and at least a kilogram. */
    private static final long GRAMS_MAX = 100_000_000_000L;

    private static final long GRAMS_MIN = 1_000;
    private static final long PIECES_MAX = 1_000_000;

    /** Ten million yuan for a tonne: dearer than any scrap but that of precious metal. */
    private static final long PRICE_FEN_MAX = 1_000_000_000;

    private static final int TOLERANCE_MAX = 1_000;
    private static final int DAYS_MAX = 90;
    private static final int WINDOW_DAYS_MAX = 365;

    /** Three to sign, and the longest time without a session: the week of National Day (国庆) with its weekends. */
    private static final int DAYS_TO_CALL = 14;

    private static final int CALLS_MAX = 50;

    /** Goods that were read a year ago are others by now. */
    private static final int REPORT_DAYS_MAX = 366;

    private final Predicate<String> areas;

    /** @param areas which codes name a place where goods may lie */
    public OfferRules(Predicate<String> areas) {
        this.areas = areas;
    }

    /** @param today in the city */
    public List<FieldFault> faultsOf(LotTerms lot, Material material, List<QualityAttribute> schema, LocalDate today) {
        var faults = new ArrayList<FieldFault>();
        var measure = Measure.of(material);
        checkWords(faults, lot.title(), lot.description());
        checkPlace(faults, lot.place());
        checkPrice(faults, lot.price());
        checkFormula(faults, lot.formula(), measure, schema);
        checkCalling(faults, lot, today);
        checkLastDay(faults, lot.lastDay(), today);
        check(faults, isQuantity(lot.quantity(), measure), "quantity", "quantity");
        check(faults, isAboveCustom(lot.quantity(), material), "quantity", "below-custom");
        check(
                faults,
                lot.leastQuantity() >= 1 && lot.leastQuantity() <= lot.quantity(),
                "leastQuantity",
                "least-quantity");
        check(
                faults,
                lot.toleranceBasisPoints() >= 0
                        && lot.toleranceBasisPoints() <= (measure == Measure.WEIGHT ? TOLERANCE_MAX : 0),
                "toleranceBasisPoints",
                "tolerance");
        check(faults, lot.photos().size() <= PHOTOS_MAX, "photoIds", "photos");
        check(faults, isInspection(lot.inspection(), lot.lastDay(), today), "inspection", "inspection");
        faults.addAll(new QualityRules(material, schema).faultsOf(lot.quality()));
        return List.copyOf(faults);
    }

    /** @param today in the city */
    public List<FieldFault> faultsOf(
            DemandTerms demand, Material material, List<QualityAttribute> schema, LocalDate today) {
        var faults = new ArrayList<FieldFault>();
        checkWords(faults, demand.title(), demand.description());
        checkPlace(faults, demand.place());
        checkPrice(faults, demand.price());
        checkLastDay(faults, demand.lastDay(), today);
        check(faults, isWindow(demand.window(), today), "window", "window");
        faults.addAll(faultsOf(demand.asked(), material, schema));
        return List.copyOf(faults);
    }

    /** Of what is asked of one material. */
    public List<FieldFault> faultsOf(Asked asked, Material material, List<QualityAttribute> schema) {
        var faults = new ArrayList<FieldFault>();
        check(faults, isQuantity(asked.quantity(), Measure.of(material)), "quantity", "quantity");
        check(
                faults,
                asked.leastQuantity() >= 1 && asked.leastQuantity() <= asked.quantity(),
                "leastQuantity",
                "least-quantity");
        faults.addAll(new QualityRules(material, schema).faultsOfRequirements(asked.quality()));
        return List.copyOf(faults);
    }

    /**
     * Of a laboratory's report that is attached to a lot.
     *
     * @param today in the city
     */
    public static List<FieldFault> faultsOfReport(
            LocalDate issuedOn,
            Map<String, String> readings,
            Material material,
            List<QualityAttribute> schema,
            LocalDate today) {
        var faults = new ArrayList<FieldFault>();
        check(
                faults,
                !issuedOn.isAfter(today) && !issuedOn.isBefore(today.minusDays(REPORT_DAYS_MAX)),
                "issuedOn",
                "happened-on");
        faults.addAll(new QualityRules(material, schema).faultsOfReadings(readings));
        return List.copyOf(faults);
    }

    /** Of what comes into stock or is corrected there. */
    public static boolean isQuantity(long quantity, Measure measure) {
        return switch (measure) {
            case WEIGHT -> quantity >= GRAMS_MIN && quantity <= GRAMS_MAX;
            case PIECES -> quantity >= 1 && quantity <= PIECES_MAX;
        };
    }

    private static boolean isAboveCustom(long quantity, Material material) {
        var least = material.minLotGrams();
        return least == null || quantity >= least;
    }

    private static boolean isInspection(@Nullable Days days, LocalDate lastDay, LocalDate today) {
        return days == null
                || !days.from().isBefore(today)
                        && !days.to().isBefore(days.from())
                        && !days.to().isAfter(lastDay);
    }

    private static boolean isWindow(Days days, LocalDate today) {
        return !days.from().isBefore(today)
                && !days.to().isBefore(days.from())
                && !days.to().isAfter(today.plusDays(WINDOW_DAYS_MAX));
    }

    private static void checkWords(List<FieldFault> faults, String title, String description) {
        var length = title.codePointCount(0, title.length());
        check(faults, length >= TITLE_MIN && length <= TITLE_MAX, "title", "title-length");
        check(faults, description.length() <= DESCRIPTION_MAX, "description", "description-length");
    }

    private void checkPlace(List<FieldFault> faults, Place place) {
        var length = place.address().codePointCount(0, place.address().length());
        check(faults, areas.test(place.areaCode()), "place.areaCode", "area");
        check(faults, length >= ADDRESS_MIN && length <= ADDRESS_MAX, "place.address", "address-length");
    }

    private static void checkPrice(List<FieldFault> faults, @Nullable Money price) {
        check(
                faults,
                price == null
                        || price.currency().equals(Money.CNY) && price.amount() >= 1 && price.amount() <= PRICE_FEN_MAX,
                "price",
                "price-range");
    }

    /** What is agreed is added to it, so a fixed one begins at nothing; nobody quotes pieces. */
    private static void checkFormula(
            List<FieldFault> faults, PriceFormula formula, Measure measure, List<QualityAttribute> schema) {
        var attributes = schema.stream().map(QualityAttribute::code).toList();
        check(
                faults,
                switch (formula) {
                    case PriceFormula.Fixed fixed -> fixed.fenPerTonne() == 0;
                    case PriceFormula.Indexed ignored -> measure == Measure.WEIGHT;
                },
                "formula",
                "formula");
        check(
                faults,
                formula.penalties().stream().map(Penalty::attribute).allMatch(attributes::contains),
                "formula.penalties",
                "penalty-attribute");
    }

    /**
     * A price is called of all that is offered, in not too many parts, by one side until one day; and there is still
     * time for it when the last who may buy has signed.
     */
    private static void checkCalling(List<FieldFault> faults, LotTerms lot, LocalDate today) {
        var periods = lot.formula() instanceof PriceFormula.Indexed indexed
                ? indexed.references().stream()
                        .map(PriceFormula.Reference::period)
                        .filter(Called.class::isInstance)
                        .map(Called.class::cast)
                        .distinct()
                        .toList()
                : List.<Called>of();
        check(faults, periods.size() <= 1, "formula", "called-together");
        periods.forEach(called -> {
            check(faults, called.grams() == lot.quantity(), "formula", "called-quantity");
            check(faults, called.smallestGrams() * CALLS_MAX >= called.grams(), "formula", "called-parts");
            check(
                    faults,
                    !called.deadline().isBefore(lot.lastDay().plusDays(DAYS_TO_CALL))
                            && !called.deadline().isAfter(today.plusDays(WINDOW_DAYS_MAX)),
                    "formula",
                    "called-deadline");
        });
    }

    private static void checkLastDay(List<FieldFault> faults, LocalDate lastDay, LocalDate today) {
        check(faults, !lastDay.isBefore(today) && !lastDay.isAfter(today.plusDays(DAYS_MAX)), "lastDay", "last-day");
    }

    private static void check(List<FieldFault> faults, boolean holds, String field, String rule) {
        if (!holds) {
            faults.add(new FieldFault(field, "exchange.field." + rule));
        }
    }
}
