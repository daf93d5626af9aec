package io.xunshi.platform.custody.usecase;

import io.xunshi.platform.custody.CustodyEvents.BatchEntered;
import io.xunshi.platform.custody.CustodyProblem;
import io.xunshi.platform.custody.domain.Batch;
import io.xunshi.platform.custody.domain.BatchKind;
import io.xunshi.platform.custody.domain.Composition;
import io.xunshi.platform.custody.domain.Draw;
import io.xunshi.platform.custody.domain.Parcel;
import io.xunshi.platform.custody.domain.ProcessKind;
import io.xunshi.platform.custody.domain.Product;
import io.xunshi.platform.custody.domain.Site;
import io.xunshi.platform.custody.storage.CustodyBatchRepository;
import io.xunshi.platform.custody.storage.ParcelRepository;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.exchange.Source;
import io.xunshi.platform.exchange.StockPostings;
import io.xunshi.platform.exchange.StockPostings.Posting;
import io.xunshi.platform.exchange.StockPostings.Reason;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes a batch that was decided on: takes of parcels, makes others, and moves the stock account by the difference.
 */
@Component
public class PostBatch {
    private final CustodyBatchRepository batches;
    private final ParcelRepository parcels;
    private final StockPostings stock;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    PostBatch(
            CustodyBatchRepository batches,
            ParcelRepository parcels,
            StockPostings stock,
            EventPublisher events,
            IdGenerator ids,
            Clock clock) {
        this.batches = batches;
        this.parcels = parcels;
        this.stock = stock;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Parcels and accounts are locked in one order each, so that of two batches the second waits. Raises
     * {@link CustodyProblem#PARCEL_SHORT}, {@link CustodyProblem#REVERSED_ALREADY} and what {@link StockPostings#post}
     * raises.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Batch> post(Entry entry) {
        var id = ids.next();
        var code = ShortCode.of('K', id);
        return take(entry.composition().draws())
                .then(enterInto(entry, code))
                .then(Mono.defer(() -> batches.nextMoment(clock.instant())))
                .map(moment -> batch(entry, id, code, moment))
                .flatMap(batch -> write(batch, entry.site()));
    }

    private Mono<Void> take(List<Draw> draws) {
        return parcels.draw(draws)
                .collect(Collectors.toSet())
                .flatMapIterable(drawn -> draws.stream()
                        .map(Draw::parcel)
                        .filter(parcel -> !drawn.contains(parcel.id()))
                        .toList())
                .next()
                .flatMap(parcel -> Mono.error(() -> CustodyProblem.PARCEL_SHORT
                        .raise(parcel.code())
                        .with("parcel", parcel.code())
                        .with("left", parcel.left())));
    }

    /**
     * A receipt was entered into the account by who weighed it in; what a seller delivers left its account when it
     * signed. What is opened was in the account before, and stays there when the opening is taken back.
     */
    private Mono<Void> enterInto(Entry entry, String code) {
        var wrong = entry.corrects();
        return switch (entry.kind()) {
            case RECEIPT, OPENING, SPLIT, MERGE -> Mono.empty();
            case DELIVERY ->
                Flux.fromIterable(entry.composition().products())
                        .concatMap(product -> stock.post(
                                posting(entry, code, product.materialCode(), product.grams(), Reason.PURCHASE)))
                        .then();
            case PROCESSING -> change(entry, code, Reason.PROCESSING);
            case COUNT -> change(entry, code, Reason.CORRECTION);
            case REVERSAL ->
                wrong != null && wrong.kind() == BatchKind.OPENING
                        ? Mono.empty()
                        : change(entry, code, Reason.CORRECTION);
        };
    }

    private Mono<Void> change(Entry entry, String code, Reason reason) {
        return Flux.fromIterable(entry.composition().changes().entrySet())
                .concatMap(change -> stock.post(posting(entry, code, change.getKey(), change.getValue(), reason)))
                .then();
    }

    private static Posting posting(Entry entry, String code, String material, long grams, Reason reason) {
        return new Posting(entry.organisation(), material, grams, reason, code, entry.happenedOn(), entry.person());
    }

    private Mono<Batch> write(Batch batch, Site site) {
        return batches.add(batch)
                .switchIfEmpty(Mono.error(CustodyProblem.REVERSED_ALREADY::raise))
                .then(batches.addUses(batch))
                .thenMany(Flux.fromIterable(batch.made()))
                .concatMap(parcels::add)
                .then(Mono.defer(() -> events.publish(entered(batch, site))))
                .thenReturn(batch);
    }

    private Batch batch(Entry entry, UUID id, String code, Instant moment) {
        var wrong = entry.corrects();
        return new Batch(
                id,
                code,
                entry.kind(),
                entry.organisation(),
                entry.counterparty(),
                entry.site().id(),
                entry.process(),
                entry.recipeEdition(),
                entry.composition(),
                entry.composition().products().stream()
                        .map(product -> parcel(id, product, entry, moment))
                        .toList(),
                entry.source(),
                entry.reference(),
                entry.happenedOn(),
                wrong == null ? null : wrong.id(),
                entry.deal(),
                entry.lot(),
                entry.person(),
                moment);
    }

    private Parcel parcel(UUID batch, Product product, Entry entry, Instant moment) {
        var id = ids.next();
        return new Parcel(
                id,
                ShortCode.of('T', id),
                batch,
                entry.organisation(),
                entry.site().id(),
                product.materialCode(),
                product.grams(),
                product.grams(),
                product.documented(),
                product.model(),
                entry.kind() == BatchKind.MERGE ? entry.lot() : null,
                moment);
    }

    private BatchEntered entered(Batch batch, Site site) {
        return new BatchEntered(
                ids.next(),
                batch.enteredAt(),
                batch.id(),
                batch.organisation(),
                batch.counterparty(),
                batch.code(),
                batch.materialCode(),
                site.areaCode(),
                batch.hash());
    }

    /**
     * A batch that was decided on. See {@link Batch} for what may be null.
     *
     * @param site where what it makes lies
     */
    public record Entry(
            BatchKind kind,
            OrganisationId organisation,
            @Nullable OrganisationId counterparty,
            Site site,
            @Nullable ProcessKind process,
            @Nullable Integer recipeEdition,
            Composition composition,
            @Nullable Source source,
            String reference,
            LocalDate happenedOn,
            @Nullable Batch corrects,
            @Nullable DealId deal,
            @Nullable LotId lot,
            @Nullable AccountId person) {}
}
