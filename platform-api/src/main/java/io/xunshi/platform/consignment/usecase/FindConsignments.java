package io.xunshi.platform.consignment.usecase;

import io.xunshi.platform.consignment.ConsignmentProblem;
import io.xunshi.platform.consignment.domain.Agreement;
import io.xunshi.platform.consignment.domain.Agreement.Consignor;
import io.xunshi.platform.consignment.domain.ConsignedItem;
import io.xunshi.platform.consignment.domain.ItemState;
import io.xunshi.platform.consignment.domain.NameMask;
import io.xunshi.platform.consignment.domain.Point;
import io.xunshi.platform.consignment.domain.Settlement;
import io.xunshi.platform.consignment.domain.ShelfPlace;
import io.xunshi.platform.consignment.storage.AgreementRepository;
import io.xunshi.platform.consignment.storage.ItemRepository;
import io.xunshi.platform.consignment.storage.ItemRepository.Placed;
import io.xunshi.platform.consignment.storage.ItemRepository.Wanted;
import io.xunshi.platform.consignment.storage.LeaseRepository;
import io.xunshi.platform.consignment.storage.PointRepository;
import io.xunshi.platform.consignment.storage.SettlementRepository;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.Accounts;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.payment.ConsignmentMoney;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows agreements and things: to the point that has them, to their owner, and to whoever holds the paper. */
@Component
public class FindConsignments {
    private final Workplace workplace;
    private final AgreementRepository agreements;
    private final ItemRepository items;
    private final LeaseRepository leases;
    private final SettlementRepository settlements;
    private final PointRepository points;
    private final Accounts accounts;
    private final Listings listings;
    private final ConsignmentMoney money;

    FindConsignments(
            Workplace workplace,
            AgreementRepository agreements,
            ItemRepository items,
            LeaseRepository leases,
            SettlementRepository settlements,
            PointRepository points,
            Accounts accounts,
            Listings listings,
            ConsignmentMoney money) {
        this.workplace = workplace;
        this.agreements = agreements;
        this.items = items;
        this.leases = leases;
        this.settlements = settlements;
        this.points = points;
        this.accounts = accounts;
        this.listings = listings;
        this.money = money;
    }

    /** For an operator: newest first. */
    public Mono<Page<WholeAgreement>> agreementsAt(AccountId operator, @Nullable Cursor after, int limit) {
        return workplace
                .of(operator)
                .flatMap(point -> agreements
                        .findOfPoint(point.id(), after, limit + 1)
                        .collectList()
                        .flatMap(rows -> page(rows, limit)));
    }

    /** For an operator; raises {@link ConsignmentProblem#NO_SUCH_AGREEMENT}. */
    public Mono<WholeAgreement> agreementAt(AccountId operator, UUID id) {
        return workplace
                .of(operator)
                .flatMap(point -> agreements.findAt(point.id(), id))
                .switchIfEmpty(Mono.error(ConsignmentProblem.NO_SUCH_AGREEMENT::raise))
                .flatMap(this::whole);
    }

    /** For their owner: newest first. */
    public Mono<Page<WholeAgreement>> agreementsOf(AccountId consignor, @Nullable Cursor after, int limit) {
        return agreements
                .findOfConsignor(consignor, after, limit + 1)
                .collectList()
                .flatMap(rows -> page(rows, limit));
    }

    /** For whoever holds the paper; raises {@link ConsignmentProblem#NO_SUCH_AGREEMENT}. */
    public Mono<WholeAgreement> byPaperCode(String typed) {
        return Mono.just(ShortCode.normalize(typed))
                .filter(ShortCode::isValid)
                .flatMap(agreements::findByCode)
                .switchIfEmpty(Mono.error(ConsignmentProblem.NO_SUCH_AGREEMENT::raise))
                .flatMap(this::whole);
    }

    /** For an operator: last taken in first. */
    public Mono<Page<ShelfItem>> shelfOf(AccountId operator, Sought sought, @Nullable Cursor after, int limit) {
        return workplace
                .of(operator)
                .flatMap(point -> items.findOfPoint(
                                point.id(),
                                new Wanted(sought.state(), sought.shelf(), sought.words()),
                                after,
                                limit + 1)
                        .collectList()
                        .map(rows -> Page.ofOneMore(
                                rows,
                                limit,
                                row -> new Cursor(row.takenInAt(), row.item().id()))))
                .flatMap(page -> marketOf(
                                page.items().stream().map(Placed::item).toList())
                        .map(market -> page.map(placed -> market.shown(placed.item()))));
    }

    /** For an operator: what stands where, by place. */
    public Mono<List<ShelfPlace>> placesOf(AccountId operator) {
        return workplace
                .of(operator)
                .flatMap(point -> items.placesOf(point.id()).collectList());
    }

    /** For an operator, what a label says; raises {@link ConsignmentProblem#NO_SUCH_ITEM}. */
    public Mono<ShelfItem> byLabel(AccountId operator, String typed) {
        return workplace
                .of(operator)
                .flatMap(point -> items.findByCodeAt(point.id(), ShortCode.normalize(typed)))
                .switchIfEmpty(Mono.error(ConsignmentProblem.NO_SUCH_ITEM::raise))
                .flatMap(this::shown);
    }

    /** For an operator; raises {@link ConsignmentProblem#NO_SUCH_STATEMENT}. */
    public Mono<Settlement> statementAt(AccountId operator, UUID id) {
        return workplace
                .of(operator)
                .flatMap(point -> settlements.findAt(point.id(), id))
                .switchIfEmpty(Mono.error(ConsignmentProblem.NO_SUCH_STATEMENT::raise));
    }

    /** For a till that may lose its connection: everything that is on sale at the point. */
    public Mono<Shelf> onSaleAt(AccountId operator) {
        return workplace
                .of(operator)
                .flatMap(point -> items.findOnSale(point.id())
                        .collectList()
                        .flatMap(here -> marketOf(here)
                                .map(market -> new Shelf(
                                        point, here.stream().map(market::shown).toList()))));
    }

    /** What an item looks like after a change. */
    public Mono<ShelfItem> shown(ConsignedItem item) {
        return marketOf(List.of(item)).map(market -> market.shown(item));
    }

    /** What an agreement looks like after a change. */
    public Mono<WholeAgreement> whole(Agreement agreement) {
        return items.findOfAgreements(List.of(agreement.id()))
                .collectList()
                .flatMap(found -> marketOf(found)
                        .flatMap(market -> whole(
                                agreement, found.stream().map(market::shown).toList())));
    }

    private Mono<WholeAgreement> whole(Agreement agreement, List<ShelfItem> found) {
        return points.find(agreement.point())
                .flatMap(point -> consignor(agreement.consignor())
                        .flatMap(consignor -> settlements
                                .findOf(agreement.id())
                                .collectList()
                                .flatMap(paid -> money.owedUnder(agreement.id())
                                        .map(owed ->
                                                new WholeAgreement(agreement, point, consignor, found, paid, owed)))));
    }

    private Mono<Page<WholeAgreement>> page(List<Agreement> rows, int limit) {
        var page = Page.ofOneMore(rows, limit, row -> new Cursor(row.signedAt(), row.id()));
        return Flux.fromIterable(page.items())
                .concatMap(this::whole)
                .collectList()
                .map(whole -> new Page<>(whole, page.nextCursor()));
    }

    /** Masked: nobody at a counter needs more to know who stands before them. */
    private Mono<String> consignor(Consignor consignor) {
        return switch (consignor) {
            case Consignor.Known known ->
                accounts.find(known.account())
                        .map(account -> account.displayName() + " " + account.maskedContact())
                        .defaultIfEmpty("");
            case Consignor.OnPaper onPaper -> Mono.just(NameMask.mask(onPaper.name()));
        };
    }

    private Mono<Market> marketOf(Collection<ConsignedItem> several) {
        return offersOf(several)
                .flatMap(offers -> leases.findAmong(
                                several.stream().map(ConsignedItem::id).toList())
                        .collect(Collectors.toUnmodifiableSet())
                        .map(leased -> new Market(offers, leased)));
    }

    private Mono<Map<UUID, ListingView>> offersOf(Collection<ConsignedItem> several) {
        return listings.findAll(several.stream()
                        .map(ConsignedItem::listingId)
                        .map(ListingId::new)
                        .toList())
                .collectMap(listing -> listing.id().value());
    }

    /** What is known of several things beside their agreements. */
    private record Market(Map<UUID, ListingView> offers, Set<UUID> leased) {

        ShelfItem shown(ConsignedItem item) {
            return new ShelfItem(item, offers.get(item.listingId()), leased.contains(item.id()));
        }
    }

    /**
     * An agreement with everything that its page shows.
     *
     * @param consignor masked
     * @param settlements newest first
     * @param owed what is not paid out yet
     */
    public record WholeAgreement(
            Agreement agreement,
            Point point,
            String consignor,
            List<ShelfItem> items,
            List<Settlement> settlements,
            Money owed) {

        public WholeAgreement {
            items = List.copyOf(items);
            settlements = List.copyOf(settlements);
        }
    }

    /**
     * Which things an operator looks for; null for any.
     *
     * @param words a part of the title
     */
    public record Sought(
            @Nullable ItemState state,
            @Nullable String shelf,
            @Nullable String words) {}

    /** Everything that is on sale at a point, in the order of the labels. */
    public record Shelf(Point point, List<ShelfItem> items) {

        public Shelf {
            items = List.copyOf(items);
        }
    }

    /**
     * A thing with what the market knows of it.
     *
     * @param leased whether a counter has it in hand
     */
    public record ShelfItem(ConsignedItem item, @Nullable ListingView offer, boolean leased) {

        /** Whether an online buyer has it held. */
        public boolean isPromised() {
            return !leased && offer != null && offer.state() == ListingState.RESERVED;
        }

        /** What it costs now, or was last offered for. */
        public Money price() {
            return offer == null ? item.appraised() : offer.price();
        }
    }
}
