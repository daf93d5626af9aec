package io.xunshi.platform.surveillance.domain;

import io.xunshi.platform.kernel.Sha256;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.surveillance.domain.Fact.EnglishBidding;
import io.xunshi.platform.surveillance.domain.Fact.RaisedPrice;
import io.xunshi.platform.surveillance.domain.Fact.RelatedSides;
import io.xunshi.platform.surveillance.domain.Fact.SettledPrice;
import io.xunshi.platform.surveillance.domain.Fact.SignedDeal;
import io.xunshi.platform.surveillance.domain.Fact.Weighing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/**
 * Half a year of a market of which it is known who manipulates it. Honest traders are not tidy: some trade in both
 * directions, some carry the same kind of load, some lose every auction, and prices go up and down.
 */
final class SyntheticMarket {
    static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private static final int DAYS = 180;
    private static final Duration DAY = Duration.ofDays(1);

    private final RandomGenerator random;
    private final List<OrganisationId> honest = new ArrayList<>();
    private int codes;

    SyntheticMarket(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 40; i++) {
            honest.add(firm("honest" + i));
        }
    }

    static OrganisationId firm(String name) {
        return new OrganisationId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /** Some sides belong together; those alone are to be found. */
    Labelled<RelatedSides> relatedSides() {
        var labelled = new Labelled<RelatedSides>();
        for (int i = 0; i < 400; i++) {
            var seller = honest();
            var deal = deal(day(), seller, otherThan(seller), "HMS-1", tonnes(15, 30));
            var isRelated = i % 20 == 0;
            labelled.add(
                    new RelatedSides(deal, isRelated && i % 40 == 0, isRelated && i % 40 != 0 ? 1 : 0, 0),
                    isRelated ? deal.code() : null);
        }
        return labelled;
    }

    /** Rings of two to five, and honest firms that sell to each other now and then. */
    Labelled<SignedDeal> deals() {
        var labelled = new Labelled<SignedDeal>();
        for (int i = 0; i < 600; i++) {
            var seller = honest.get(random.nextInt(20));
            // Half of the honest firms only collect, the others mostly melt; one deal in thirty goes the other way.
            var buyer = honest.get(20 + random.nextInt(20));
            var isBack = random.nextInt(30) == 0;
            labelled.add(deal(day(), isBack ? buyer : seller, isBack ? seller : buyer, "HMS-1", tonnes(15, 32)), null);
        }
        for (int ring = 0; ring < 12; ring++) {
            var members = 2 + ring % 4;
            var begin = day();
            var grams = tonnes(18, 30);
            for (int i = 0; i < members; i++) {
                var at = begin.plus(DAY.multipliedBy(ring % 3 == 0 ? 0 : i * (ring % 3) * 2L))
                        .plusSeconds(i * 600L);
                // Scales differ, and a ring is careful to lose a little.
                var passed = grams - random.nextLong(grams / 250);
                labelled.add(
                        deal(
                                at,
                                firm("ring%d-%d".formatted(ring, i)),
                                firm("ring%d-%d".formatted(ring, (i + 1) % members)),
                                "CU-BRIGHT",
                                passed),
                        "ring" + ring);
            }
        }
        return labelled;
    }

    /** Vehicles with loads that vary; one in six is weighed once and typed many times. */
    Labelled<Weighing> repeatedGross() {
        var labelled = new Labelled<Weighing>();
        for (int vehicle = 0; vehicle < 60; vehicle++) {
            var usual = 38_000 + random.nextInt(9_000);
            var repeats = vehicle % 6 == 0;
            var plate = "豫A%05d".formatted(vehicle);
            var copied = step(usual, 20);
            for (int i = 0; i < 12; i++) {
                var gross = repeats && i % 2 == 0 ? copied : step(usual + random.nextGaussian() * 700, 20);
                labelled.add(
                        weighing(
                                BEGIN.plus(Duration.ofHours(i * 50L + vehicle)),
                                "DB-" + vehicle % 5,
                                plate,
                                gross,
                                step(14_500 + random.nextGaussian() * 60, 20)),
                        repeats ? plate : null);
            }
        }
        return labelled;
    }

    /** Scales; of one in four a third of the tickets is typed by somebody who likes round figures, or sevens. */
    Labelled<Weighing> lastDigits() {
        var labelled = new Labelled<Weighing>();
        for (int scale = 0; scale < 24; scale++) {
            var isMadeUp = scale % 4 == 0;
            var division = scale % 2 == 0 ? 20 : 10;
            var liked = scale % 8 == 0 ? 0 : 7;
            for (int i = 0; i < 55; i++) {
                var gross = step(38_000 + random.nextGaussian() * 4_000, division);
                if (isMadeUp && random.nextInt(5) < 2) {
                    gross = gross / (10 * division) * (10 * division) + liked * division;
                }
                labelled.add(
                        weighing(BEGIN.plus(Duration.ofHours(i * 20L)), "L" + scale, "豫B" + i, gross, 14_000),
                        isMadeUp ? "L" + scale : null);
            }
        }
        return labelled;
    }

    /** Vehicles with fuller and emptier tanks; of one in six a little is taken off with each ticket. */
    Labelled<Weighing> tares() {
        var labelled = new Labelled<Weighing>();
        for (int vehicle = 0; vehicle < 60; vehicle++) {
            var drifts = vehicle % 6 == 0;
            var plate = "豫C%05d".formatted(vehicle);
            for (int i = 0; i < 16; i++) {
                var tank = random.nextInt(160);
                var tare = step(14_600 + tank - (drifts ? i * 40.0 : 0), 20);
                labelled.add(
                        weighing(
                                BEGIN.plus(Duration.ofDays(i * 5L)).plusSeconds(vehicle),
                                "DB-1",
                                plate,
                                step(38_000 + random.nextGaussian() * 900, 20),
                                tare),
                        drifts ? plate : null);
            }
        }
        return labelled;
    }

    /** A price that walks, with the noise of qualities; one deal in fifty is far off. */
    Labelled<SettledPrice> prices() {
        var labelled = new Labelled<SettledPrice>();
        var level = 255_000.0;
        for (int i = 0; i < 500; i++) {
            level *= 1 + random.nextGaussian() * 0.002;
            var isOff = i > 20 && i % 50 == 0;
            var factor = 1 + random.nextGaussian() * 0.015;
            if (isOff) {
                factor *= random.nextBoolean() ? 1.15 + random.nextDouble() / 4 : 0.85 - random.nextDouble() / 4;
            }
            var code = code();
            var seller = honest();
            labelled.add(
                    new SettledPrice(
                            UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8)),
                            code,
                            BEGIN.plus(Duration.ofHours(i * 8L)),
                            Sha256.of(code),
                            seller,
                            otherThan(seller),
                            "HMS-1",
                            Math.round(level * factor)),
                    isOff ? code : null);
        }
        return labelled;
    }

    /** Sellers with shills, and honest bidders some of whom lose whatever they bid for. */
    Labelled<EnglishBidding> auctions() {
        var labelled = new Labelled<EnglishBidding>();
        for (int number = 0; number < 120; number++) {
            var seller = number % 12;
            var hasShill = seller < 3;
            var bidders = new ArrayList<OrganisationId>();
            // In a small town two sellers have the same three bidders every time.
            for (int i = 0; i < 3; i++) {
                bidders.add(seller % 3 == 0 ? honest() : honest.get(seller / 3 * 3 + i));
            }
            var shill = hasShill && random.nextInt(10) < 9 ? firm("shill" + seller) : null;
            labelled.add(
                    auction(number, firm("seller" + seller), bidders, shill), shill == null ? null : shill.toString());
        }
        return labelled;
    }

    private EnglishBidding auction(
            int number, OrganisationId seller, List<OrganisationId> bidders, @Nullable OrganisationId shill) {
        var opened = BEGIN.plus(Duration.ofHours(number * 30L));
        var ended = opened.plus(Duration.ofHours(2));
        var bids = new ArrayList<RaisedPrice>();
        long price = 2_000_000;
        var at = opened;
        OrganisationId leader = null;
        while (true) {
            at = at.plusSeconds(60 + random.nextInt(900));
            if (!at.isBefore(ended)) {
                break;
            }
            var bidder = bidders.get(random.nextInt(bidders.size()));
            if (!bidder.equals(leader)) {
                price += 10_000L * (1 + random.nextInt(6));
                bids.add(new RaisedPrice(bidder, at, price));
                leader = bidder;
                var isEarly = Duration.between(at, ended).toMinutes() > 35;
                if (shill != null && isEarly) {
                    at = at.plusSeconds(5 + random.nextInt(25));
                    price += 10_000;
                    bids.add(new RaisedPrice(shill, at, price));
                    leader = shill;
                }
            }
        }
        var code = code();
        return new EnglishBidding(
                UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8)),
                code,
                ended,
                Sha256.of(code),
                seller,
                "AL-TALDON",
                opened,
                ended,
                2_000_000,
                leader,
                bids);
    }

    private SignedDeal deal(Instant at, OrganisationId seller, OrganisationId buyer, String material, long grams) {
        var code = code();
        return new SignedDeal(
                UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8)),
                code,
                at,
                Sha256.of(code),
                seller,
                buyer,
                material,
                grams,
                255_000);
    }

    private Weighing weighing(Instant at, String scale, String plate, long grossKilograms, long tareKilograms) {
        var code = code();
        return new Weighing(
                UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8)),
                code,
                at,
                Sha256.of(code),
                UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8)),
                firm(scale),
                scale,
                plate,
                grossKilograms * 1_000,
                tareKilograms * 1_000);
    }

    private String code() {
        codes++;
        return "Y%06d".formatted(codes);
    }

    private OrganisationId honest() {
        return honest.get(random.nextInt(honest.size()));
    }

    private OrganisationId otherThan(OrganisationId one) {
        return honest.stream()
                .skip(random.nextInt(honest.size() - 1))
                .filter(other -> !other.equals(one))
                .findFirst()
                .orElseThrow();
    }

    private Instant day() {
        return BEGIN.plus(DAY.multipliedBy(random.nextInt(DAYS))).plusSeconds(random.nextInt(86_400));
    }

    private long tonnes(int least, int most) {
        return (least * 1_000L + random.nextInt((most - least) * 1_000)) * 1_000;
    }

    private static long step(double kilograms, int division) {
        return Math.round(kilograms / division) * division;
    }

    /** Facts, and for those that are somebody's manipulation by what it is known. */
    static final class Labelled<F extends Fact> {
        private final List<F> facts = new ArrayList<>();
        private final Map<String, String> manipulations = new HashMap<>();

        private void add(F fact, @Nullable String manipulation) {
            facts.add(fact);
            if (manipulation != null) {
                manipulations.put(fact.code(), manipulation);
            }
        }

        /** In the order in which they happened. */
        List<F> facts() {
            return facts.stream()
                    .sorted(Comparator.comparing(Fact::at).thenComparing(Fact::code))
                    .toList();
        }

        Set<String> manipulations() {
            return Set.copyOf(manipulations.values());
        }

        /** Whose the last fact of a finding is; the fact's own code where it is honest. */
        String ofLastFact(Finding finding) {
            var code = finding.evidence().getLast().code();
            return manipulations.getOrDefault(code, code);
        }
    }
}
