package io.xunshi.platform.exchange.usecase;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.catalog.Materials;
import io.xunshi.platform.catalog.QualityAttribute;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.exchange.domain.Lot;
import io.xunshi.platform.exchange.domain.LotColumn;
import io.xunshi.platform.exchange.domain.LotColumn.Unit;
import io.xunshi.platform.exchange.domain.TableCell;
import io.xunshi.platform.exchange.domain.TableCell.Number;
import io.xunshi.platform.exchange.domain.TableCell.Words;
import io.xunshi.platform.exchange.storage.LotReferenceRepository;
import io.xunshi.platform.exchange.storage.LotRepository;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.Organisations;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Writes an organisation's lots as the table that {@link ImportLots} reads, and the empty one to fill in. */
@Component
public class ExportLots {
    /** So many of the newest. */
    private static final int LOTS_MAX = 2_000;

    /** We write tonnes and pieces; kilograms are for whoever has them. */
    private static final List<LotColumn> WRITTEN = Stream.of(LotColumn.values())
            .filter(column -> column.unit() != Unit.KILOGRAM)
            .toList();

    private final LotRepository lots;
    private final LotReferenceRepository references;
    private final Organisations organisations;
    private final Materials materials;
    private final Catalog catalog;
    private final SheetWords words;
    private final Clock clock;

    ExportLots(
            LotRepository lots,
            LotReferenceRepository references,
            Organisations organisations,
            Materials materials,
            Catalog catalog,
            SheetWords words,
            Clock clock) {
        this.lots = lots;
        this.references = references;
        this.organisations = organisations;
        this.materials = materials;
        this.catalog = catalog;
        this.words = words;
        this.clock = clock;
    }

    /** In whatever state, newest first. For its members. What comes is off the event loops, for so large a table. */
    public Mono<Table> export(AccountId person, OrganisationId seller, Locale language) {
        return organisations
                .requireRole(person, seller, MemberRole.values())
                .then(lots.findOf(seller, null, LOTS_MAX).collectList())
                .flatMap(found -> references
                        .findOf(seller)
                        .flatMap(known -> tree().publishOn(Schedulers.boundedElastic())
                                .map(tree -> {
                                    var own = known.entrySet().stream()
                                            .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
                                    return new Sheet(found, own, tree, language).table();
                                })));
    }

    /** The columns, with those of a grade's quality where one is named, and what to write into each. */
    public Mono<Template> template(@Nullable String grade, Locale language) {
        return tree().map(tree -> {
            var qualities = qualityOf(grade == null ? null : tree.get(grade));
            return new Template(new Table(List.of(head(qualities, language))), notes(qualities, language));
        });
    }

    private List<TableCell> head(List<QualityAttribute> qualities, Locale language) {
        return Stream.<TableCell>concat(
                        WRITTEN.stream()
                                .filter(LotColumn::isAsked)
                                .map(column -> new Words(words.heading(column, language))),
                        qualities.stream().map(attribute -> new Words(words.heading(attribute, language))))
                .toList();
    }

    private Table notes(List<QualityAttribute> qualities, Locale language) {
        return new Table(Stream.concat(
                        Stream.of(LotColumn.values())
                                .filter(LotColumn::isAsked)
                                .map(column -> note(words.heading(column, language), words.note(column, language))),
                        qualities.stream()
                                .map(attribute ->
                                        note(words.heading(attribute, language), words.note(attribute, language))))
                .toList());
    }

    private static List<TableCell> note(String heading, String note) {
        return List.of(new Words(heading), new Words(note));
    }

    private List<QualityAttribute> qualityOf(@Nullable Material material) {
        return material == null ? List.of() : materials.quality(material.qualitySchema());
    }

    private Mono<Map<String, Material>> tree() {
        return materials
                .tree(LocalDate.ofInstant(clock.instant(), CityTime.ZONE))
                .map(tree -> tree.stream().collect(Collectors.toMap(Material::code, Function.identity())));
    }

    /** Rows of cells, the head first. */
    public record Table(List<List<TableCell>> rows) {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    /** @param notes a line for each column */
    public record Template(Table table, Table notes) {}

    /** Lots on their way into a table. */
    private final class Sheet {
        private final List<Lot> found;
        private final Map<LotId, String> own;
        private final Map<String, Material> tree;
        private final Locale language;
        private final Map<String, QualityAttribute> said;

        Sheet(List<Lot> found, Map<LotId, String> own, Map<String, Material> tree, Locale language) {
            this.found = found;
            this.own = own;
            this.tree = tree;
            this.language = language;
            said = attributesSaid();
        }

        Table table() {
            var rows = new ArrayList<List<TableCell>>();
            rows.add(head());
            found.forEach(lot -> rows.add(row(lot)));
            return new Table(rows);
        }

        private List<TableCell> head() {
            return Stream.<TableCell>concat(
                            WRITTEN.stream().map(column -> new Words(words.heading(column, language))),
                            said.values().stream().map(attribute -> new Words(words.heading(attribute, language))))
                    .toList();
        }

        private List<TableCell> row(Lot lot) {
            return Stream.concat(
                            WRITTEN.stream().map(column -> cell(lot, column)),
                            said.values().stream().map(attribute -> answer(lot, attribute)))
                    .toList();
        }

        /** Of all grades that are in it, each once. */
        private Map<String, QualityAttribute> attributesSaid() {
            var all = new TreeMap<String, QualityAttribute>();
            found.stream()
                    .flatMap(lot -> schemaOf(lot)
                            .filter(attribute -> lot.terms().quality().containsKey(attribute.code())))
                    .forEach(attribute -> all.putIfAbsent(attribute.code(), attribute));
            return all;
        }

        private Stream<QualityAttribute> schemaOf(Lot lot) {
            var material = tree.get(lot.terms().materialCode());
            return material == null ? Stream.of() : materials.quality(material.qualitySchema()).stream();
        }

        private TableCell answer(Lot lot, QualityAttribute attribute) {
            var value = lot.terms().quality().get(attribute.code());
            if (value == null) {
                return TableCell.EMPTY;
            }
            return switch (attribute.type()) {
                case DECIMAL, INTEGER -> new Number(new BigDecimal(value));
                case BOOLEAN, CHOICE -> new Words(words.answer(value, language));
                case TEXT, SHARES, WORDS -> new Words(value);
            };
        }

        private TableCell cell(Lot lot, LotColumn column) {
            var terms = lot.terms();
            var days = terms.inspection();
            return switch (column) {
                case REFERENCE -> new Words(own.getOrDefault(lot.id(), ""));
                case MATERIAL -> new Words(terms.materialCode());
                case TITLE -> new Words(terms.title());
                case DESCRIPTION -> new Words(terms.description());
                case QUANTITY_T, QUANTITY_KG, QUANTITY_PIECES -> amount(lot, terms.quantity(), column);
                case LEAST_T, LEAST_KG, LEAST_PIECES -> amount(lot, terms.leastQuantity(), column);
                case TOLERANCE_PERCENT -> new Number(BigDecimal.valueOf(terms.toleranceBasisPoints(), 2));
                case PACKING -> new Words(words.word(terms.packing(), language));
                case AREA -> new Words(words.area(terms.place().areaCode(), catalog.districts(), language));
                case ADDRESS -> new Words(terms.place().address());
                case DELIVERY -> new Words(words.word(terms.delivery(), language));
                case PAYMENT -> new Words(words.word(terms.payment(), language));
                case TAX -> new Words(words.word(terms.tax(), language));
                case PRICE_T, PRICE_KG, PRICE_PIECES -> price(lot, column);
                case INSPECTION_FROM ->
                    days == null ? TableCell.EMPTY : new Words(days.from().toString());
                case INSPECTION_TO ->
                    days == null ? TableCell.EMPTY : new Words(days.to().toString());
                case LAST_DAY -> new Words(terms.lastDay().toString());
                case CODE -> new Words(lot.code());
                case STATE -> new Words(words.word(lot.state(), language));
                case LEFT_T, LEFT_PIECES -> amount(lot, lot.remaining(), column);
            };
        }

        /** In the column whose unit is the lot's. */
        private TableCell amount(Lot lot, long small, LotColumn column) {
            var unit = unitOf(column);
            return unit.measure() == lot.measure()
                    ? new Number(BigDecimal.valueOf(small, lot.measure() == Measure.WEIGHT ? 6 : 0))
                    : TableCell.EMPTY;
        }

        private TableCell price(Lot lot, LotColumn column) {
            var price = lot.terms().price();
            return price == null || unitOf(column).measure() != lot.measure()
                    ? TableCell.EMPTY
                    : new Number(BigDecimal.valueOf(price.amount(), 2));
        }

        private static Unit unitOf(LotColumn column) {
            return Objects.requireNonNull(column.unit(), "an amount has a unit");
        }
    }
}
