package io.xunshi.platform.consignment.usecase;

import io.xunshi.platform.consignment.ConsignmentEvents.ConsignedItemLost;
import io.xunshi.platform.consignment.ConsignmentProblem;
import io.xunshi.platform.consignment.domain.Agreement.Consignor;
import io.xunshi.platform.consignment.domain.ConsignedItem;
import io.xunshi.platform.consignment.domain.ConsignedItem.Sale;
import io.xunshi.platform.consignment.domain.ConsignedItem.Way;
import io.xunshi.platform.consignment.domain.Point;
import io.xunshi.platform.consignment.domain.Split;
import io.xunshi.platform.consignment.domain.Stocktake;
import io.xunshi.platform.consignment.domain.Stocktake.Closing;
import io.xunshi.platform.consignment.domain.Stocktake.Counts;
import io.xunshi.platform.consignment.domain.Stocktake.Explanation;
import io.xunshi.platform.consignment.domain.Stocktake.Finding;
import io.xunshi.platform.consignment.domain.Stocktake.Line;
import io.xunshi.platform.consignment.domain.Stocktake.Reason;
import io.xunshi.platform.consignment.domain.Stocktake.Scan;
import io.xunshi.platform.consignment.storage.AgreementRepository;
import io.xunshi.platform.consignment.storage.ItemRepository;
import io.xunshi.platform.consignment.storage.StocktakeRepository;
import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.listing.ManagedListings;
import io.xunshi.platform.order.Orders;
import io.xunshi.platform.order.StepCause;
import io.xunshi.platform.payment.ConsignmentMoney;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Counts what stands at a point (盘点) while the shop goes on, and posts what follows from it. */
@Component
public class TakeStock {
    private final Workplace workplace;
    private final StocktakeRepository stocktakes;
    private final ItemRepository items;
    private final AgreementRepository agreements;
    private final LeaseItems leases;
    private final Listings listings;
    private final ManagedListings managedListings;
    private final Orders orders;
    private final ConsignmentMoney money;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    TakeStock(
            Workplace workplace,
            StocktakeRepository stocktakes,
            ItemRepository items,
            AgreementRepository agreements,
            LeaseItems leases,
            Listings listings,
            ManagedListings managedListings,
            Orders orders,
            ConsignmentMoney money,
            EventPublisher events,
            IdGenerator ids,
            Clock clock) {
        this.workplace = workplace;
        this.stocktakes = stocktakes;
        this.items = items;
        this.agreements = agreements;
        this.leases = leases;
        this.listings = listings;
        this.managedListings = managedListings;
        this.orders = orders;
        this.money = money;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Begins a counting. Raises {@link ConsignmentProblem#STOCKTAKE_IS_OPEN}.
     *
     * @param shelf the one place to be counted; null for the whole point
     */
    @Transactional
    public Mono<WholeStocktake> open(AccountId operator, @Nullable String shelf) {
        var id = ids.next();
        return workplace
                .of(operator)
                .map(point ->
                        new Stocktake(id, ShortCode.of('B', id), point.id(), shelf, operator, clock.instant(), null))
                .filterWhen(stocktakes::open)
                .switchIfEmpty(Mono.error(ConsignmentProblem.STOCKTAKE_IS_OPEN::raise))
                .flatMap(this::whole);
    }

    /** Newest first. */
    public Mono<Page<Stocktake>> find(AccountId operator, @Nullable Cursor after, int limit) {
        return workplace
                .of(operator)
                .flatMap(point ->
                        stocktakes.findOfPoint(point.id(), after, limit + 1).collectList())
                .map(rows -> Page.ofOneMore(rows, limit, row -> new Cursor(row.openedAt(), row.id())));
    }

    /** Raises {@link ConsignmentProblem#NO_SUCH_STOCKTAKE}. */
    public Mono<WholeStocktake> find(AccountId operator, UUID id) {
        return workplace
                .of(operator)
                .flatMap(point -> stocktakes.find(point.id(), id))
                .switchIfEmpty(Mono.error(ConsignmentProblem.NO_SUCH_STOCKTAKE::raise))
                .flatMap(this::whole);
    }

    /**
     * Records scans; the same ones again change nothing. Raises {@link ConsignmentProblem#NO_SUCH_STOCKTAKE} or
     * {@link ConsignmentProblem#STOCKTAKE_IS_CLOSED}.
     */
    @Transactional
    public Mono<List<Scanned>> scan(AccountId operator, UUID id, List<NewScan> scans) {
        return workplace
                .of(operator)
                .flatMap(point -> stocktakes
                        .findForShare(point.id(), id)
                        .switchIfEmpty(Mono.error(ConsignmentProblem.NO_SUCH_STOCKTAKE::raise))
                        .delayUntil(TakeStock::checkOpen)
                        .flatMap(stocktake -> labelled(point, scans)
                                .flatMap(known -> Flux.fromIterable(scans)
                                        .concatMap(scan -> record(operator, stocktake, scan, known))
                                        .collectList())));
    }

    /**
     * Says why something differs. Raises {@link ConsignmentProblem#NO_SUCH_ITEM} for what does not differ, or
     * {@link ConsignmentProblem#REASON_DOES_NOT_FIT}.
     */
    @Transactional
    public Mono<WholeStocktake> explain(AccountId operator, UUID id, String label, Reason reason, String note) {
        var code = codeOf(label);
        return open(operator, id)
                .delayUntil(stocktake -> stocktakes
                        .differencesOf(id)
                        .filter(line -> line.code().equals(code))
                        .next()
                        .switchIfEmpty(Mono.error(ConsignmentProblem.NO_SUCH_ITEM::raise))
                        .filter(line -> reason.explains(line.kind()))
                        .switchIfEmpty(Mono.error(ConsignmentProblem.REASON_DOES_NOT_FIT::raise))
                        .flatMap(line ->
                                stocktakes.explain(id, code, new Explanation(reason, note, operator), clock.instant())))
                .flatMap(this::whole);
    }

    /**
     * Ends it: places are corrected, and for what is gone the point owes its owner what a sale today would have brought
     * them; who bought it online is told and paid back. Raises {@link ConsignmentProblem#DIFFERENCES_NOT_EXPLAINED},
     * and changes nothing.
     */
    @Transactional
    public Mono<WholeStocktake> close(AccountId operator, UUID id) {
        return workplace
                .of(operator)
                .flatMap(point -> open(operator, id)
                        .flatMap(stocktake -> stocktakes
                                .differencesOf(id)
                                .collectList()
                                .delayUntil(TakeStock::checkExplained)
                                .flatMap(lines -> close(point, operator, stocktake, lines)))
                        .then(Mono.defer(() -> stocktakes.find(point.id(), id)))
                        .flatMap(this::whole));
    }

    private Mono<Stocktake> open(AccountId operator, UUID id) {
        return workplace
                .of(operator)
                .flatMap(point -> stocktakes.findForUpdate(point.id(), id))
                .switchIfEmpty(Mono.error(ConsignmentProblem.NO_SUCH_STOCKTAKE::raise))
                .delayUntil(TakeStock::checkOpen);
    }

    private static Mono<Void> checkOpen(Stocktake stocktake) {
        return stocktake.closing() == null ? Mono.empty() : Mono.error(ConsignmentProblem.STOCKTAKE_IS_CLOSED.raise());
    }

    private static Mono<Void> checkExplained(List<Line> lines) {
        var open = lines.stream().filter(line -> !line.isExplained()).count();
        return open == 0 ? Mono.empty() : Mono.error(ConsignmentProblem.DIFFERENCES_NOT_EXPLAINED.raise(open));
    }

    private Mono<Map<String, ConsignedItem>> labelled(Point point, List<NewScan> scans) {
        return items.findByCodesAt(
                        point.id(),
                        scans.stream()
                                .map(scan -> ShortCode.normalize(scan.label()))
                                .toList())
                .collectMap(ConsignedItem::code, Function.identity());
    }

    private Mono<Scanned> record(
            AccountId operator, Stocktake stocktake, NewScan scan, Map<String, ConsignedItem> known) {
        var code = codeOf(scan.label());
        var item = known.get(code);
        var at = plausible(scan.at(), stocktake.openedAt(), clock.instant());
        var place = stocktake.shelf() == null ? scan.shelf() : stocktake.shelf();
        var finding = Finding.of(item, place, at);
        return stocktakes
                .record(stocktake.id(), new Scan(code, item == null ? null : item.id(), place, finding, operator, at))
                .thenReturn(new Scanned(
                        code, item == null ? null : item.title(), item == null ? null : item.shelf(), finding));
    }

    /** A scanner's clock may be wrong: nothing was scanned tomorrow, nor before the counting began. */
    private static Instant plausible(Instant at, Instant openedAt, Instant now) {
        return at.isAfter(now) || at.isBefore(openedAt) ? now : at;
    }

    /** Somebody else's label need not look like ours. */
    private static String codeOf(String label) {
        var code = ShortCode.normalize(label);
        return code.isEmpty() ? label.strip() : code;
    }

    private Mono<Void> close(Point point, AccountId operator, Stocktake stocktake, List<Line> lines) {
        var now = clock.instant();
        return stocktakes
                .countsOf(stocktake.id())
                .flatMap(counts -> Flux.fromIterable(lines)
                        .concatMap(line -> settle(point, line, now))
                        .concatMap(line -> stocktakes.addLine(stocktake.id(), line))
                        .then(Mono.defer(() ->
                                stocktakes.close(stocktake.id(), new Closing(operator, now, counts.expected())))));
    }

    private Mono<Line> settle(Point point, Line line, Instant now) {
        var explanation = line.explanation();
        var item = line.itemId();
        if (explanation == null || item == null) {
            return Mono.just(line);
        }
        if (explanation.reason().isLoss()) {
            return items.find(item).flatMap(lost -> writeOff(point, lost, now)).map(line::compensatedBy);
        }
        var found = line.foundShelf();
        return explanation.reason() == Reason.MOVED && found != null
                ? items.putOnShelf(point.id(), item, found).thenReturn(line)
                : Mono.just(line);
    }

    /** What the owner gets: their share of what it cost last, which is never less than that of the agreed minimum. */
    private Mono<Money> writeOff(Point point, ConsignedItem item, Instant now) {
        var listing = new ListingId(item.listingId());
        return leases.end(item)
                .then(Mono.defer(() -> orders.callOff(point.account(), item.listingId(), StepCause.GOODS_LOST)))
                .then(Mono.defer(() -> managedListings.withdraw(listing)))
                .filter(withdrawn -> withdrawn)
                .flatMap(withdrawn -> listings.find(listing))
                .map(offer -> Split.of(offer.price(), item.perMille()))
                .delayUntil(split -> items.lose(
                                item.id(),
                                item.state(),
                                new Sale(Way.COMPENSATED, split.commission().plus(split.share()), split.commission()),
                                now)
                        .switchIfEmpty(Mono.error(ConsignmentProblem.ITEM_NOT_AVAILABLE::raise)))
                .switchIfEmpty(Mono.error(ConsignmentProblem.ITEM_NOT_AVAILABLE::raise))
                .delayUntil(
                        split -> money.compensate(item.id(), item.point().value(), item.agreementId(), split.share()))
                .delayUntil(split -> tell(item, now))
                .map(Split::share);
    }

    private Mono<Void> tell(ConsignedItem item, Instant now) {
        return agreements.find(item.agreementId()).flatMap(agreement -> switch (agreement.consignor()) {
            case Consignor.Known known ->
                events.publish(new ConsignedItemLost(
                        ids.next(), now, item.id(), known.account(), agreement.code(), item.title()));
            case Consignor.OnPaper onPaper -> Mono.empty();
        });
    }

    private Mono<WholeStocktake> whole(Stocktake stocktake) {
        var closing = stocktake.closing();
        var lines = closing == null ? stocktakes.differencesOf(stocktake.id()) : stocktakes.linesOf(stocktake.id());
        return stocktakes
                .countsOf(stocktake.id())
                .flatMap(counts -> lines.collectList()
                        .map(found -> new WholeStocktake(
                                stocktake,
                                closing == null ? counts : new Counts(closing.expected(), counts.scanned()),
                                found)));
    }

    /**
     * A label that was read.
     *
     * @param shelf where it stood; null where nobody said
     * @param at by the scanner's clock
     */
    public record NewScan(String label, @Nullable String shelf, Instant at) {}

    /**
     * What a scan found.
     *
     * @param title null for a label that is none of the point's
     */
    public record Scanned(
            String code, @Nullable String title, @Nullable String booksShelf, Finding finding) {}

    /** A counting with how it differs from the books, or its report. */
    public record WholeStocktake(Stocktake stocktake, Counts counts, List<Line> lines) {

        public WholeStocktake {
            lines = List.copyOf(lines);
        }
    }
}
