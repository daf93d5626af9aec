package io.xunshi.platform.exchange.usecase;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.catalog.Materials;
import io.xunshi.platform.exchange.ExchangeProblem;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.exchange.domain.LotColumn;
import io.xunshi.platform.exchange.storage.LotReferenceRepository;
import io.xunshi.platform.exchange.storage.StockRepository;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.http.HttpProblem;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.ProblemException;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.Organisations;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Offers the lots of a file, each row by itself as if somebody had typed it: what one row lacks keeps no other back. A
 * seller's own reference is one lot's for ever, so that a file which is sent again offers nothing twice.
 */
@Component
public class ImportLots {
    /** The largest file that is read, bytes. */
    public static final int BYTES_MAX = TableFile.BYTES_MAX;

    private static final int FILES_WAITING_MAX = 100;

    private final OfferLot offerLot;
    private final LotReferenceRepository references;
    private final StockRepository stock;
    private final Organisations organisations;
    private final Materials materials;
    private final Catalog catalog;
    private final SheetWords words;
    private final TransactionalOperator transaction;
    private final Clock clock;

    /** Inflating and reading files keeps a processor busy; who comes when it is full is asked to come again. */
    private final Scheduler desk =
            Schedulers.newBoundedElastic(Runtime.getRuntime().availableProcessors(), FILES_WAITING_MAX, "lot-files");

    ImportLots(
            OfferLot offerLot,
            LotReferenceRepository references,
            StockRepository stock,
            Organisations organisations,
            Materials materials,
            Catalog catalog,
            SheetWords words,
            ReactiveTransactionManager transactions,
            Clock clock) {
        this.offerLot = offerLot;
        this.references = references;
        this.stock = stock;
        this.organisations = organisations;
        this.materials = materials;
        this.catalog = catalog;
        this.words = words;
        this.transaction = TransactionalOperator.create(transactions);
        this.clock = clock;
    }

    /** What is on the desk is given up. */
    @PreDestroy
    void close() {
        desk.dispose();
    }

    /**
     * Offers what can be offered, a transaction for each row. Raises what {@link Organisations#requireRole} raises,
     * {@link HttpProblem#TOO_LARGE} and what is wrong with the file as a whole; what is wrong with a row stands in its
     * outcome.
     */
    public Mono<List<Outcome>> run(AccountId person, OrganisationId seller, byte[] file) {
        return sheet(person, seller, file).flatMap(sheet -> takeAll(person, seller, sheet));
    }

    /** What {@link #run} would come to, stock and licences with it: all of it is done, and undone at once. */
    public Mono<List<Outcome>> rehearse(AccountId person, OrganisationId seller, byte[] file) {
        return sheet(person, seller, file)
                .flatMap(sheet -> transaction
                        .execute(undone -> {
                            undone.setRollbackOnly();
                            return stock.lockAccountsOf(seller).then(takeAll(person, seller, sheet));
                        })
                        .single()
                        .map(outcomes ->
                                outcomes.stream().map(Outcome::rehearsed).toList()));
    }

    private Mono<LotSheet> sheet(AccountId person, OrganisationId seller, byte[] file) {
        return organisations
                .requireRole(person, seller, OfferLot.MAY_TRADE)
                .then(Mono.fromCallable(() -> read(file)).subscribeOn(desk));
    }

    private LotSheet read(byte[] file) {
        if (file.length > BYTES_MAX) {
            throw HttpProblem.TOO_LARGE.raise();
        }
        return LotSheet.of(TableFile.read(file), words);
    }

    private Mono<List<Outcome>> takeAll(AccountId person, OrganisationId seller, LotSheet sheet) {
        return reference()
                .flatMap(reference -> references
                        .findOf(seller)
                        .flatMap(known -> Mono.fromCallable(() -> entries(sheet, reference, known))
                                .subscribeOn(desk)))
                .flatMapIterable(entries -> entries)
                .concatMap(entry -> take(person, seller, entry))
                .collectList();
    }

    private List<Entry> entries(LotSheet sheet, LotSheet.Reference reference, Map<String, LotId> known) {
        var seen = new HashSet<String>();
        return sheet.rows().stream()
                .map(row -> new Entry(
                        sheet,
                        row,
                        LotRow.of(sheet, row, reference, words),
                        !seen.add(sheet.own(row)),
                        known.get(sheet.own(row))))
                .toList();
    }

    private Mono<LotSheet.Reference> reference() {
        return materials
                .tree(LocalDate.ofInstant(clock.instant(), CityTime.ZONE))
                .map(tree -> new LotSheet.Reference(
                        tree.stream().filter(Material::isLeaf).toList(),
                        catalog.districts(),
                        material -> materials.quality(material.qualitySchema())));
    }

    private Mono<Outcome> take(AccountId person, OrganisationId seller, Entry entry) {
        var known = entry.known();
        if (known != null) {
            return Mono.just(entry.outcome(Result.KNOWN, known, null));
        }
        if (entry.isRepeated() && !entry.own().isEmpty()) {
            return Mono.just(entry.refused(FieldFault.refuse(
                    List.of(new FieldFault(LotColumn.REFERENCE.field(), "exchange.field.reference-twice")))));
        }
        return switch (entry.read()) {
            case LotRow.Unreadable(var faults) -> Mono.just(entry.refused(FieldFault.refuse(faults)));
            case LotRow.Readable(var terms) ->
                offerLot.offerUnder(entry.own(), person, seller, terms)
                        .map(lot -> entry.outcome(Result.OFFERED, lot.id(), null))
                        .onErrorResume(ProblemException.class, refused -> Mono.just(entry.refused(refused)));
        };
    }

    /**
     * A row, and what it says.
     *
     * @param isRepeated whether a row above has the same reference
     * @param known the lot that has its reference already; null where none has
     */
    private record Entry(
            LotSheet sheet,
            TableRow row,
            LotRow read,
            boolean isRepeated,
            @Nullable LotId known) {
        String own() {
            return sheet.own(row);
        }

        Outcome refused(ProblemException refused) {
            return refused.problem() == ExchangeProblem.REFERENCE_TAKEN
                    ? outcome(Result.KNOWN, null, null)
                    : outcome(Result.REFUSED, null, refused);
        }

        Outcome outcome(Result result, @Nullable LotId lot, @Nullable ProblemException refused) {
            return new Outcome(
                    row.number(),
                    own(),
                    sheet.cell(row, LotColumn.TITLE).text(),
                    result,
                    lot,
                    refused,
                    field -> sheet.headingOf(row, field));
        }
    }

    /** What became of a row. */
    public enum Result {
        /** It would be offered; of a rehearsal. */
        READY,
        OFFERED,
        /** A lot with its reference is there already, and stays as it is. */
        KNOWN,
        REFUSED
    }

    /** Finds the column that a field was read from. */
    @FunctionalInterface
    public interface Headings {
        /** As it stands in the file; empty for what stands in no column. */
        String of(String field);
    }

    /**
     * What became of a row.
     *
     * @param row its number in the file, from 1
     * @param reference the seller's own
     * @param lot that was offered, or has the reference; null of others, and where another request offers it just now
     * @param refused why; null of what was not
     */
    public record Outcome(
            int row,
            String reference,
            String title,
            Result result,
            @Nullable LotId lot,
            @Nullable ProblemException refused,
            Headings headings) {

        /** What was offered only to be undone has no lot. */
        Outcome rehearsed() {
            return result == Result.OFFERED
                    ? new Outcome(row, reference, title, Result.READY, null, refused, headings)
                    : this;
        }
    }
}
