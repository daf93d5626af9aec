package io.xunshi.platform.invoicing.usecase;

import io.xunshi.platform.exchange.StockReceipts;
import io.xunshi.platform.exchange.StockReceipts.ResidentReceipt;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.invoicing.domain.NaturalPerson;
import io.xunshi.platform.invoicing.domain.Purchase;
import io.xunshi.platform.invoicing.domain.SalesLimit;
import io.xunshi.platform.invoicing.storage.PurchaseRepository;
import io.xunshi.platform.invoicing.storage.PurchaseRepository.OwnSeller;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.organisation.GateVerdict;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.organisation.ReverseInvoicing;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Shows those who look after an organisation's money its purchases from natural persons, and what room each of them has
 * left. Nothing that others bought is shown but by the room that it leaves.
 */
@Component
public class FindPurchases {
    private static final int SELLERS_MAX = 200;

    /** Nothing is left out of what counts. */
    private static final UUID NONE = new UUID(0, 0);

    private final PurchaseRepository purchases;
    private final StockReceipts receipts;
    private final ReverseInvoicing reverseInvoicing;
    private final Organisations organisations;
    private final Clock clock;

    FindPurchases(
            PurchaseRepository purchases,
            StockReceipts receipts,
            ReverseInvoicing reverseInvoicing,
            Organisations organisations,
            Clock clock) {
        this.purchases = purchases;
        this.receipts = receipts;
        this.reverseInvoicing = reverseInvoicing;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** Whether it may invoice for natural persons who sell it this material, today. */
    public Mono<GateVerdict> eligibility(AccountId reader, OrganisationId organisation, String materialCode) {
        return require(reader, organisation).then(reverseInvoicing.judge(organisation, materialCode, clock.instant()));
    }

    /** Newest first. */
    public Mono<Page<Purchase>> ofOrganisation(
            AccountId reader, OrganisationId organisation, @Nullable Cursor after, int limit) {
        return require(reader, organisation)
                .then(purchases.findOf(organisation, after, limit + 1).collectList())
                .map(rows -> Page.ofOneMore(rows, limit, purchase -> new Cursor(purchase.enteredAt(), purchase.id())));
    }

    /**
     * What came into stock from natural persons and belongs to no purchase yet, the last entered first. A page is
     * shorter by what was bought.
     */
    public Mono<Page<ResidentReceipt>> openReceipts(
            AccountId reader, OrganisationId organisation, @Nullable Cursor after, int limit) {
        return require(reader, organisation)
                .then(receipts.ofResidents(organisation, after, limit + 1).collectList())
                .map(rows -> Page.ofOneMore(rows, limit, receipt -> new Cursor(receipt.enteredAt(), receipt.id())))
                .flatMap(page -> withoutPurchase(page.items()).map(open -> new Page<>(open, page.nextCursor())));
    }

    /** Of whom it bought, the last one first, with what may still be invoiced for each in this month. */
    public Mono<List<SellerRoom>> sellers(AccountId reader, OrganisationId organisation) {
        var month = YearMonth.from(LocalDate.ofInstant(clock.instant(), CityTime.ZONE));
        return require(reader, organisation)
                .thenMany(purchases.sellersOf(
                        organisation, month.minusMonths(SalesLimit.MONTHS - 1).atDay(1), SELLERS_MAX))
                // All of them first: one request needs one connection at a time.
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(seller -> roomOf(seller, month))
                .collectList();
    }

    private Mono<SellerRoom> roomOf(OwnSeller seller, YearMonth month) {
        return purchases
                .soldAround(seller.person(), month, NONE)
                .map(sold -> new SellerRoom(seller.seller(), seller.ownFen(), SalesLimit.room(month, sold)));
    }

    private Mono<List<ResidentReceipt>> withoutPurchase(List<ResidentReceipt> all) {
        return purchases
                .boughtOf(all.stream().map(ResidentReceipt::id).toList())
                .collectList()
                .map(HashSet::new)
                .map(bought -> all.stream()
                        .filter(receipt -> !bought.contains(receipt.id()))
                        .toList());
    }

    private Mono<Void> require(AccountId reader, OrganisationId organisation) {
        return organisations
                .requireRole(reader, organisation, MemberRole.FINANCE)
                .then();
    }

    /**
     * What may be invoiced for a person.
     *
     * @param ownFen what counts of the organisation's own purchases in the twelve months that end with this one
     * @param roomFen what may still be invoiced in this month, whoever buys
     */
    public record SellerRoom(NaturalPerson seller, long ownFen, long roomFen) {}
}
