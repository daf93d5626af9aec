package io.xunshi.platform.exchange.usecase;

import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.catalog.QualityAttribute;
import io.xunshi.platform.exchange.Delivery;
import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.exchange.PaymentTerms;
import io.xunshi.platform.exchange.TaxBasis;
import io.xunshi.platform.exchange.domain.LotColumn;
import io.xunshi.platform.exchange.domain.LotColumn.Unit;
import io.xunshi.platform.exchange.domain.LotTerms;
import io.xunshi.platform.exchange.domain.LotTerms.Days;
import io.xunshi.platform.exchange.domain.LotTerms.Place;
import io.xunshi.platform.exchange.domain.Packing;
import io.xunshi.platform.exchange.domain.SheetCell;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a row of a table says of a lot, as far as it can be read; the rules of offers come after it. */
sealed interface LotRow {

    record Readable(LotTerms terms) implements LotRow {}

    /** All faults of the row, by the fields of a lot. */
    record Unreadable(List<FieldFault> faults) implements LotRow {
        public Unreadable {
            faults = List.copyOf(faults);
        }
    }

    static LotRow of(LotSheet sheet, TableRow row, LotSheet.Reference reference, SheetWords words) {
        return new Reading(sheet, row, reference, words, new ArrayList<>()).read();
    }

    /** Gathers what cannot be read. */
    record Reading(
            LotSheet sheet, TableRow row, LotSheet.Reference reference, SheetWords words, List<FieldFault> faults) {
        private static final int REFERENCE_MAX = 40;
        private static final int ANSWER_MAX = 200;

        LotRow read() {
            checkTexts();
            var grade = words.meantMaterial(cell(LotColumn.MATERIAL), reference.grades());
            check(grade.isPresent(), LotColumn.MATERIAL, "material");
            var amounts = grade.flatMap(this::amounts);
            var tolerance = whole(LotColumn.TOLERANCE_PERCENT, 100);
            var conditions = conditions();
            var inspection = inspection();
            var lastDay = day(LotColumn.LAST_DAY);
            var quality = grade.map(this::quality);
            if (!faults.isEmpty()) {
                return new Unreadable(faults);
            }
            return new Readable(new LotTerms(
                    grade.orElseThrow().code(),
                    cell(LotColumn.TITLE).text(),
                    cell(LotColumn.DESCRIPTION).text(),
                    amounts.orElseThrow().quantity(),
                    Math.clamp(tolerance.orElse(0L), 0, Integer.MAX_VALUE),
                    quality.orElseThrow(),
                    conditions.orElseThrow().packing(),
                    place(),
                    conditions.orElseThrow().delivery(),
                    conditions.orElseThrow().payment(),
                    conditions.orElseThrow().tax(),
                    amounts.orElseThrow().price(),
                    LotTerms.PLAIN,
                    amounts.orElseThrow().least(),
                    inspection,
                    List.of(),
                    lastDay.orElseThrow()));
        }

        private void checkTexts() {
            var own = sheet.own(row);
            check(
                    own.matches(PlainText.LINE) && !own.isEmpty() && own.length() <= REFERENCE_MAX,
                    LotColumn.REFERENCE,
                    "own-reference");
            check(cell(LotColumn.TITLE).text().matches(PlainText.LINE), LotColumn.TITLE, "sheet-text");
            check(cell(LotColumn.DESCRIPTION).text().matches(PlainText.LINES), LotColumn.DESCRIPTION, "sheet-text");
            check(cell(LotColumn.ADDRESS).text().matches(PlainText.LINE), LotColumn.ADDRESS, "sheet-text");
        }

        private Place place() {
            return new Place(
                    words.meantArea(cell(LotColumn.AREA), reference.districts()),
                    cell(LotColumn.ADDRESS).text());
        }

        /** Empty without a quantity. */
        private Optional<Amounts> amounts(Material grade) {
            var quantity =
                    amount(grade, Unit::small, LotColumn.QUANTITY_T, LotColumn.QUANTITY_KG, LotColumn.QUANTITY_PIECES);
            check(quantity.isPresent() || hasFault(LotColumn.QUANTITY_T), LotColumn.QUANTITY_T, "sheet-quantity");
            var least = amount(grade, Unit::small, LotColumn.LEAST_T, LotColumn.LEAST_KG, LotColumn.LEAST_PIECES);
            var price = amount(
                    grade,
                    unit -> 100 * unit.perPriceUnit(),
                    LotColumn.PRICE_T,
                    LotColumn.PRICE_KG,
                    LotColumn.PRICE_PIECES);
            return quantity.map(whole -> new Amounts(
                    whole, least.orElse(whole), price.map(Money::fen).orElse(null)));
        }

        /** Empty where one of the words means nothing. */
        private Optional<Conditions> conditions() {
            var packing = word(LotColumn.PACKING, Packing.class);
            var delivery = word(LotColumn.DELIVERY, Delivery.class);
            var payment = word(LotColumn.PAYMENT, PaymentTerms.class);
            var tax = word(LotColumn.TAX, TaxBasis.class);
            return packing.isPresent() && delivery.isPresent() && payment.isPresent() && tax.isPresent()
                    ? Optional.of(new Conditions(packing.get(), delivery.get(), payment.get(), tax.get()))
                    : Optional.empty();
        }

        private SheetCell cell(LotColumn column) {
            return sheet.cell(row, column);
        }

        /** In the one column of the three that is filled in, which has to be in what the grade is traded by. */
        private Optional<Long> amount(Material grade, Function<Unit, Long> perUnit, LotColumn... columns) {
            var filled =
                    Stream.of(columns).filter(column -> !cell(column).isEmpty()).toList();
            if (filled.size() > 1) {
                faults.add(fault(filled.getFirst(), "sheet-one-unit"));
            }
            if (filled.size() != 1) {
                return Optional.empty();
            }
            var column = filled.getFirst();
            var unit = Objects.requireNonNull(column.unit(), "an amount has a unit");
            if (unit.measure() != Measure.of(grade)) {
                faults.add(fault(column, unit.measure() == Measure.WEIGHT ? "sheet-by-piece" : "sheet-by-weight"));
                return Optional.empty();
            }
            return whole(column, perUnit.apply(unit));
        }

        /** A number in our small unit; what has a part of one cannot be told apart from a slip. */
        private Optional<Long> whole(LotColumn column, long perUnit) {
            if (cell(column).isEmpty()) {
                return Optional.empty();
            }
            var number = cell(column).number().flatMap(typed -> whole(typed.multiply(BigDecimal.valueOf(perUnit))));
            check(number.isPresent(), column, "sheet-number");
            return number;
        }

        private static Optional<Long> whole(BigDecimal number) {
            var isWhole = number.signum() >= 0
                    && number.stripTrailingZeros().scale() <= 0
                    && number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE * 1_000_000L)) <= 0;
            return isWhole ? Optional.of(number.longValueExact()) : Optional.empty();
        }

        private <E extends Enum<E>> Optional<E> word(LotColumn column, Class<E> kind) {
            var meant = words.meant(kind, cell(column));
            check(meant.isPresent(), column, "sheet-word");
            return meant;
        }

        private @Nullable Days inspection() {
            if (cell(LotColumn.INSPECTION_FROM).isEmpty()
                    && cell(LotColumn.INSPECTION_TO).isEmpty()) {
                return null;
            }
            var from = day(LotColumn.INSPECTION_FROM);
            var to = day(LotColumn.INSPECTION_TO);
            return from.isPresent() && to.isPresent() ? new Days(from.get(), to.get()) : null;
        }

        private Optional<LocalDate> day(LotColumn column) {
            var day = cell(column).day();
            check(day.isPresent(), column, "sheet-day");
            return day;
        }

        /** A column of an attribute that the grade lacks is none of this row's where it is empty. */
        private Map<String, String> quality(Material grade) {
            var schema = reference.schema().apply(grade).stream()
                    .collect(Collectors.toMap(QualityAttribute::code, Function.identity()));
            var said = sheet.quality(row).entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> answer(schema.get(entry.getKey()), entry.getValue())));
            said.forEach((code, answer) -> {
                if (answer.length() > ANSWER_MAX || !answer.matches(PlainText.LINE)) {
                    faults.add(new FieldFault("quality." + code, "exchange.field.sheet-answer"));
                }
            });
            return said;
        }

        private String answer(@Nullable QualityAttribute attribute, SheetCell typed) {
            return attribute == null ? typed.text() : words.meantAnswer(attribute, typed);
        }

        private boolean hasFault(LotColumn column) {
            return faults.stream().anyMatch(fault -> fault.field().equals(column.field()));
        }

        private void check(boolean holds, LotColumn column, String rule) {
            if (!holds) {
                faults.add(fault(column, rule));
            }
        }

        private static FieldFault fault(LotColumn column, String rule) {
            return new FieldFault(column.field(), "exchange.field." + rule);
        }

        /**
         * What a row says in numbers, grams or pieces.
         *
         * @param least the whole where the row says nothing else
         */
        private record Amounts(
                long quantity, long least, @Nullable Money price) {}

        private record Conditions(Packing packing, Delivery delivery, PaymentTerms payment, TaxBasis tax) {}
    }
}
