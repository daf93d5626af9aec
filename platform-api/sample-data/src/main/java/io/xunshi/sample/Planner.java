package io.xunshi.sample;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.catalog.District;
import io.xunshi.sample.Plan.Day;
import io.xunshi.sample.Plan.Ending;
import io.xunshi.sample.Plan.Offering;
import io.xunshi.sample.Plan.Purchase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Draws a believable past. The same seed, catalogue and last day give the same plan. */
final class Planner {
    /** How much of a new thing's price is left, by condition. */
    private static final Map<String, Double> WORTH =
            Map.of("NEW", 1.0, "LIKE_NEW", 0.82, "GOOD", 0.6, "FAIR", 0.38, "WORN", 0.2, "FOR_PARTS", 0.08);

    private static final List<String> CONDITIONS = List.of(
            "NEW",
            "LIKE_NEW",
            "LIKE_NEW",
            "LIKE_NEW",
            "GOOD",
            "GOOD",
            "GOOD",
            "GOOD",
            "FAIR",
            "FAIR",
            "WORN",
            "FOR_PARTS");

    private static final List<Ending> ENDINGS = IntStream.range(0, 40)
            .mapToObj(n -> switch (n) {
                case 0, 1 -> Ending.CALLED_OFF;
                case 2 -> Ending.ABANDONED;
                case 3, 4, 5 -> Ending.CLAIMED;
                case 6, 7, 8, 9, 10, 11, 12, 13 -> Ending.CONFIRMED;
                default -> Ending.HANDED_OVER;
            })
            .toList();

    private static final List<Integer> WAKING_HOURS = List.of(8, 9, 10, 12, 14, 16, 18, 19, 20, 21);

    /** How far from a district's centre people live, in degrees; about four kilometres. */
    private static final double SPREAD = 0.035;

    private static final int WARES = 8;

    private final List<Good> goods = Good.all();
    private final List<District> districts;
    private final Random random;
    private final int people;

    /** What each person has to part with. */
    private final List<List<Good>> wares;

    Planner(Catalog catalog, int people, long seed) {
        districts = homes(catalog.districts());
        random = new Random(seed);
        this.people = people;
        wares = IntStream.range(0, people)
                .mapToObj(person -> IntStream.range(0, WARES)
                        .mapToObj(ware -> Wording.pick(goods, random))
                        .toList())
                .toList();
    }

    /** @param listings and purchases in all, spread over the days */
    Plan plan(LocalDate lastDay, int days, int listings, int purchases) {
        var onOffer = new ArrayList<Offering>();
        var planned = new ArrayList<Day>();
        for (int day = 0; day < days; day++) {
            var bought = bought(onOffer, share(purchases, day, days));
            var published = published(
                    planned.stream().mapToInt(past -> past.published().size()).sum(), share(listings, day, days));
            onOffer.addAll(published);
            planned.add(
                    new Day(lastDay.minusDays(days - 1L - day), Wording.pick(WAKING_HOURS, random), published, bought));
        }
        return new Plan(List.copyOf(planned));
    }

    /** A little more on every later day: the market grows. */
    private static int share(int total, int day, int days) {
        return cumulated(total, day + 1, days) - cumulated(total, day, days);
    }

    private static int cumulated(int total, int day, int days) {
        double part = (double) day / days;
        return (int) Math.round(total * (0.7 * part + 0.3 * part * part));
    }

    private List<Offering> published(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(this::offering).toList();
    }

    private Offering offering(int number) {
        var seller = random.nextInt(people / 2);
        var good = wares.get(seller).get(random.nextInt(WARES));
        var condition = Wording.pick(CONDITIONS, random);
        var district = Wording.pick(districts, random);
        return new Offering(
                number,
                seller,
                good,
                Wording.title(good, random),
                Wording.description(good, random),
                condition,
                priceFen(good, condition),
                district.code(),
                district.lat() + SPREAD * clamped(random.nextGaussian() / 2),
                district.lon() + SPREAD * clamped(random.nextGaussian() / 2),
                // One picture for all that a seller has of a kind: people take one and use it again.
                31L * seller + good.drawing().hashCode());
    }

    /** People ask for round sums, or for one that looks like a little less. */
    private long priceFen(Good good, String condition) {
        double worth = WORTH.getOrDefault(condition, 0.5) * (0.8 + 0.4 * random.nextDouble());
        double yuan =
                Math.max(5, good.lowYuan() + (good.highYuan() - good.lowYuan()) * worth * random.nextDouble(0.25, 1));
        long step = yuan < 50 ? 1 : yuan < 500 ? 10 : yuan < 5_000 ? 50 : 500;
        long rounded = Math.max(step, Math.round(yuan / step) * step);
        return 100 * (rounded > 50 && random.nextInt(3) == 0 ? rounded - 1 : rounded);
    }

    private List<Purchase> bought(List<Offering> onOffer, int count) {
        var purchases = new ArrayList<Purchase>();
        Collections.shuffle(onOffer, random);
        for (int n = 0; n < count && !onOffer.isEmpty(); n++) {
            var offering = onOffer.removeLast();
            int buyer = (offering.seller() + 1 + random.nextInt(people - 1)) % people;
            purchases.add(new Purchase(offering, buyer, Wording.pick(ENDINGS, random)));
        }
        return List.copyOf(purchases);
    }

    /** Most people live in the centre; nobody's district is left out. */
    private static List<District> homes(List<District> districts) {
        return districts.stream()
                .flatMap(district -> Collections.nCopies(district.group().equals("中心城区") ? 4 : 1, district).stream())
                .toList();
    }

    private static double clamped(double deviation) {
        return Math.clamp(deviation, -1, 1);
    }
}
