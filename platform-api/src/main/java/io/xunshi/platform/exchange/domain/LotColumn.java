package io.xunshi.platform.exchange.domain;

import io.xunshi.platform.exchange.Measure;
import org.jspecify.annotations.Nullable;

/** A column of the table in which lots come and go; what is said of the quality has columns of its own. */
public enum LotColumn {
    /** The seller's own number, by which a row is known again. */
    REFERENCE("reference"),
    MATERIAL("materialCode"),
    TITLE("title"),
    DESCRIPTION("description"),
    QUANTITY_T("quantity", Unit.TONNE),
    QUANTITY_KG("quantity", Unit.KILOGRAM),
    QUANTITY_PIECES("quantity", Unit.PIECE),
    LEAST_T("leastQuantity", Unit.TONNE),
    LEAST_KG("leastQuantity", Unit.KILOGRAM),
    LEAST_PIECES("leastQuantity", Unit.PIECE),
    TOLERANCE_PERCENT("toleranceBasisPoints"),
    PACKING("packing"),
    AREA("place.areaCode"),
    ADDRESS("place.address"),
    DELIVERY("delivery"),
    PAYMENT("payment"),
    TAX("tax"),
    PRICE_T("price", Unit.TONNE),
    PRICE_KG("price", Unit.KILOGRAM),
    PRICE_PIECES("price", Unit.PIECE),
    INSPECTION_FROM("inspection"),
    INSPECTION_TO("inspection"),
    LAST_DAY("lastDay"),
    /** What only we say; an import passes over it. */
    CODE(""),
    STATE(""),
    LEFT_T("", Unit.TONNE),
    LEFT_PIECES("", Unit.PIECE);

    private final String field;
    private final @Nullable Unit unit;

    LotColumn(String field) {
        this.field = field;
        unit = null;
    }

    LotColumn(String field, Unit unit) {
        this.field = field;
        this.unit = unit;
    }

    /** As faults of a lot name it; empty for what is only told. */
    public String field() {
        return field;
    }

    /** What its numbers are in; null for what is no quantity and no price. */
    public @Nullable Unit unit() {
        return unit;
    }

    /** Whether every file has it. */
    public boolean isRequired() {
        return switch (this) {
            case REFERENCE, MATERIAL, TITLE, PACKING, AREA, ADDRESS, DELIVERY, PAYMENT, TAX, LAST_DAY -> true;
            case DESCRIPTION,
                    QUANTITY_T,
                    QUANTITY_KG,
                    QUANTITY_PIECES,
                    LEAST_T,
                    LEAST_KG,
                    LEAST_PIECES,
                    TOLERANCE_PERCENT,
                    PRICE_T,
                    PRICE_KG,
                    PRICE_PIECES,
                    INSPECTION_FROM,
                    INSPECTION_TO,
                    CODE,
                    STATE,
                    LEFT_T,
                    LEFT_PIECES -> false;
        };
    }

    /** Whether it stands in what we hand out to be filled in. */
    public boolean isAsked() {
        return !field.isEmpty();
    }

    /** What a number of a column is in. */
    public enum Unit {
        TONNE(Measure.WEIGHT, 1_000_000, 1),
        KILOGRAM(Measure.WEIGHT, 1_000, 1_000),
        PIECE(Measure.PIECES, 1, 1);

        private final Measure measure;
        private final long small;
        private final long perPriceUnit;

        Unit(Measure measure, long small, long perPriceUnit) {
            this.measure = measure;
            this.small = small;
            this.perPriceUnit = perPriceUnit;
        }

        public Measure measure() {
            return measure;
        }

        /** How many grams or pieces it is. */
        public long small() {
            return small;
        }

        /** How many of it a price of ours is for, which is one of a tonne or of a piece. */
        public long perPriceUnit() {
            return perPriceUnit;
        }
    }
}
