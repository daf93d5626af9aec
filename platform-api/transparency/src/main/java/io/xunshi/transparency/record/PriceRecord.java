package io.xunshi.transparency.record;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the log says of prices of scrap. A deal's price is a secret of its two sides; when a week is over, the log has a
 * commitment to each, and of those by which no firm can be known what makes the week's figures.
 */
public sealed interface PriceRecord extends LogRecord {
    /** How the types of these records begin. */
    String PREFIX = "price.";

    PriceWeek week();

    /** @throws IllegalArgumentException where the bytes are no canonical record of this version */
    static PriceRecord read(byte[] bytes) {
        if (!(CanonicalJson.read(bytes) instanceof Map<?, ?> members)
                || !Long.valueOf(1).equals(members.get("v"))) {
            throw new IllegalArgumentException("Not a record of prices");
        }
        var record = switch (TradeRecord.text(members, "t")) {
            case Committed.TYPE -> Committed.in(members);
            case Revealed.TYPE -> Revealed.in(members);
            case WeekClosed.TYPE -> WeekClosed.in(members);
            case Released.TYPE -> Released.in(members);
            default -> throw new IllegalArgumentException("Not a record of prices: " + members.get("t"));
        };
        if (!Arrays.equals(record.bytes(), bytes)) {
            throw new IllegalArgumentException("A record of prices has these members and no others");
        }
        return record;
    }

    private static PriceWeek weekIn(Map<?, ?> members) {
        return PriceWeek.parse(TradeRecord.text(members, "week"));
    }

    private static Vintage vintageIn(Map<?, ?> members) {
        return Vintage.valueOf(TradeRecord.text(members, "vintage"));
    }

    private static Map<?, ?> objectIn(Map<?, ?> members, String name) {
        if (members.get(name) instanceof Map<?, ?> object) {
            return object;
        }
        throw new IllegalArgumentException("A record of prices has an object as " + name);
    }

    private static byte[] written(String type, PriceWeek week, Map<String, Object> more) {
        var members = new TreeMap<>(more);
        members.put("v", 1L);
        members.put("t", type);
        members.put("week", week.toString());
        return CanonicalJson.write(members);
    }

    /**
     * 承诺: a deal was settled in the week. They stand in the order of their hashes, so that none tells of which deal it
     * is.
     *
     * @param commitment see {@link PriceObservation#commitment}
     */
    record Committed(PriceWeek week, String commitment) implements PriceRecord {
        private static final String TYPE = "price.committed";

        @Override
        public byte[] bytes() {
            return written(TYPE, week, Map.of("commitment", commitment));
        }

        private static Committed in(Map<?, ?> members) {
            return new Committed(weekIn(members), TradeRecord.text(members, "commitment"));
        }
    }

    /**
     * 披露: what of one of them may be known. The groups' names are good for the material and the week alone.
     *
     * @param opened members with their salts
     * @param closed the digests of those that stay hidden
     * @param seller name of the seller's group, which means nothing in another week
     * @param buyer name of the buyer's group
     */
    record Revealed(
            PriceWeek week,
            Vintage vintage,
            PriceLevel level,
            SortedMap<String, Opening> opened,
            SortedMap<String, String> closed,
            String seller,
            String buyer)
            implements PriceRecord {
        private static final String TYPE = "price.revealed";

        public Revealed {
            opened = Collections.unmodifiableSortedMap(new TreeMap<>(opened));
            closed = Collections.unmodifiableSortedMap(new TreeMap<>(closed));
        }

        /** What it opens. */
        public String commitment() {
            var digests = new TreeMap<>(closed);
            opened.forEach((name, opening) ->
                    digests.put(name, PriceObservation.digest(opening.salt(), name, opening.value())));
            return PriceObservation.commitment(digests);
        }

        /** Whether it opens what its level shows, of the week that it names. */
        public boolean isConsistent() {
            return text(PriceObservation.WEEK).equals(week.toString())
                    && opened.get(PriceObservation.GRAMS) != null
                    && opened.get(PriceObservation.PRICE) != null
                    && !text(PriceObservation.PARENT).isEmpty()
                    && (level == PriceLevel.PARENT)
                            == text(PriceObservation.MATERIAL).isEmpty()
                    && (level == PriceLevel.AREA) != text(PriceObservation.AREA).isEmpty();
        }

        /** The material whose price it is one of: the parent, where no more is shown. */
        public String material() {
            return text(level == PriceLevel.PARENT ? PriceObservation.PARENT : PriceObservation.MATERIAL);
        }

        /** Empty where it is not shown. */
        public String area() {
            return text(PriceObservation.AREA);
        }

        public long grams() {
            return number(PriceObservation.GRAMS);
        }

        public long fenPerTonne() {
            return number(PriceObservation.PRICE);
        }

        private String text(String name) {
            return opened.get(name) instanceof Opening opening && opening.value() instanceof String text ? text : "";
        }

        private long number(String name) {
            if (opened.get(name) instanceof Opening opening && opening.value() instanceof Long number) {
                return number;
            }
            throw new IllegalArgumentException("Nothing was revealed as " + name);
        }

        @Override
        public byte[] bytes() {
            var openings = new TreeMap<String, Object>();
            opened.forEach((name, opening) -> openings.put(name, List.of(opening.salt(), opening.value())));
            return written(
                    TYPE,
                    week,
                    Map.of(
                            "vintage", vintage.name(),
                            "level", level.name(),
                            "opened", openings,
                            "closed", closed,
                            "seller", seller,
                            "buyer", buyer));
        }

        private static Revealed in(Map<?, ?> members) {
            var opened = new TreeMap<String, Opening>();
            objectIn(members, "opened").forEach((name, opening) -> opened.put((String) name, Opening.in(opening)));
            var closed = objectIn(members, "closed");
            var digests = new TreeMap<String, String>();
            closed.keySet().forEach(name -> digests.put((String) name, TradeRecord.text(closed, (String) name)));
            return new Revealed(
                    weekIn(members),
                    vintageIn(members),
                    PriceLevel.valueOf(TradeRecord.text(members, "level")),
                    opened,
                    digests,
                    TradeRecord.text(members, "seller"),
                    TradeRecord.text(members, "buyer"));
        }
    }

    /**
     * A member that is shown.
     *
     * @param salt hexadecimal
     * @param value text or a whole number
     */
    record Opening(String salt, Object value) {

        private static Opening in(Object value) {
            if (value instanceof List<?> pair && pair.size() == 2 && pair.getFirst() instanceof String salt) {
                return new Opening(salt, pair.getLast());
            }
            throw new IllegalArgumentException("An opening is a salt and a value");
        }
    }

    /**
     * 结转: how many deals there were, and what became of them.
     *
     * @param samples commitments of the week
     * @param rejected how many make no price, in bands, by the reason
     * @param withheld how many would, and stay hidden; a band
     */
    record WeekClosed(
            PriceWeek week, Vintage vintage, long samples, SortedMap<String, String> rejected, String withheld)
            implements PriceRecord {
        private static final String TYPE = "price.week-closed";

        public WeekClosed {
            rejected = Collections.unmodifiableSortedMap(new TreeMap<>(rejected));
        }

        @Override
        public byte[] bytes() {
            return written(
                    TYPE,
                    week,
                    Map.of(
                            "vintage", vintage.name(),
                            "samples", samples,
                            "rejected", rejected,
                            "withheld", withheld));
        }

        private static WeekClosed in(Map<?, ?> members) {
            var rejected = objectIn(members, "rejected");
            var bands = new TreeMap<String, String>();
            rejected.keySet().forEach(name -> bands.put((String) name, TradeRecord.text(rejected, (String) name)));
            return new WeekClosed(
                    weekIn(members),
                    vintageIn(members),
                    TradeRecord.number(members, "samples"),
                    bands,
                    TradeRecord.text(members, "withheld"));
        }
    }

    /**
     * 发布: figures were published.
     *
     * @param publication SHA-256 of it, hexadecimal
     */
    record Released(PriceWeek week, Vintage vintage, String publication) implements PriceRecord {
        private static final String TYPE = "price.released";

        @Override
        public byte[] bytes() {
            return written(TYPE, week, Map.of("vintage", vintage.name(), "publication", publication));
        }

        private static Released in(Map<?, ?> members) {
            return new Released(weekIn(members), vintageIn(members), TradeRecord.text(members, "publication"));
        }
    }
}
