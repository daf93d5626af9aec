package io.xunshi.platform.invoicing.usecase;

import io.xunshi.platform.catalog.CatalogProblem;
import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.catalog.Materials;
import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.exchange.StockReceipts;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.invoicing.InvoicingProblem;
import io.xunshi.platform.invoicing.PurchaseState;
import io.xunshi.platform.invoicing.domain.IssuedInvoice;
import io.xunshi.platform.invoicing.domain.Purchase;
import io.xunshi.platform.invoicing.domain.Purchase.Bought;
import io.xunshi.platform.invoicing.domain.Purchase.Invoiced;
import io.xunshi.platform.invoicing.domain.PurchaseRules;
import io.xunshi.platform.invoicing.domain.Reversal;
import io.xunshi.platform.invoicing.domain.SalesLimit;
import io.xunshi.platform.invoicing.storage.PurchaseRepository;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.ProblemException;
import io.xunshi.platform.organisation.GateVerdict;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.organisation.ReverseInvoicing;
import io.xunshi.platform.organisation.TradingGate;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Takes down what was bought of natural persons, and the invoices that the buyer wrote for them (反向开票). Whoever counts
 * for the same person waits for the lock of that person's row, so that no two buyers use the same room.
 */
@Component
public class EnterPurchase {
    private final PurchaseRepository purchases;
    private final TakeNumbers takeNumbers;
    private final StockReceipts receipts;
    private final Materials materials;
    private final ReverseInvoicing reverseInvoicing;
    private final Organisations organisations;
    private final IdGenerator ids;
    private final Clock clock;

    EnterPurchase(
            PurchaseRepository purchases,
            TakeNumbers takeNumbers,
            StockReceipts receipts,
            Materials materials,
            ReverseInvoicing reverseInvoicing,
            Organisations organisations,
            IdGenerator ids,
            Clock clock) {
        this.purchases = purchases;
        this.takeNumbers = takeNumbers;
        this.receipts = receipts;
        this.materials = materials;
        this.reverseInvoicing = reverseInvoicing;
        this.organisations = organisations;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Raises field faults, {@link io.xunshi.platform.organisation.OrganisationProblem#LICENCES_MISSING} where the
     * organisation may not invoice for natural persons, {@link InvoicingProblem#OVER_LIMIT} with what is <code>left
     * </code>, {@link InvoicingProblem#RECEIPT_USED}, and what {@link Organisations#requireRole} raises.
     *
     * @param bought the name and the measure of its material are found here
     */
    @Transactional
    public Mono<Counted> enter(AccountId person, OrganisationId organisation, Bought bought) {
        return organisations
                .requireRole(person, organisation, MemberRole.FINANCE)
                .then(Mono.defer(() -> named(bought)))
                .doOnNext(named -> FieldFaults.check(PurchaseRules.faultsOf(named, today())))
                .delayUntil(named -> requireEligible(organisation, named))
                .delayUntil(named -> requireReceipt(organisation, named))
                .map(named -> new Purchase(
                        ids.next(), organisation, named, PurchaseState.ENTERED, null, null, clock.instant()))
                .flatMap(purchase -> add(person, purchase));
    }

    /**
     * The invoice was written; from now on it counts in its month. Raises field faults,
     * {@link InvoicingProblem#PURCHASE_NOT_FOUND}, {@link InvoicingProblem#NOT_NOW},
     * {@link InvoicingProblem#OVER_LIMIT}, {@link InvoicingProblem#NUMBER_TAKEN}, and what
     * {@link Organisations#requireRole} raises.
     */
    @Transactional
    public Mono<Purchase> invoice(AccountId person, UUID id, Invoiced invoiced) {
        return own(person, id)
                .doOnNext(purchase -> FieldFaults.check(IssuedInvoice.faultsOfNumber(
                        invoiced.number(),
                        invoiced.issuedOn(),
                        purchase.bought().boughtOn(),
                        today())))
                .delayUntil(purchase -> requireEligible(purchase.organisation(), purchase.bought()))
                .delayUntil(purchase -> purchases
                        .lockPersonOf(id)
                        .flatMap(seller -> requireRoom(seller, purchase, YearMonth.from(invoiced.issuedOn()))))
                .flatMap(purchase -> purchases.invoice(id, invoiced, person, clock.instant()))
                .switchIfEmpty(Mono.error(InvoicingProblem.NOT_NOW::raise))
                .delayUntil(purchase -> takeNumbers.take(invoiced.number(), id));
    }

    /**
     * Takes an invoice back with a red-letter one; what it counted is free again. Raises field faults,
     * {@link InvoicingProblem#PURCHASE_NOT_FOUND}, {@link InvoicingProblem#NOT_NOW},
     * {@link InvoicingProblem#NUMBER_TAKEN}, and what {@link Organisations#requireRole} raises.
     */
    @Transactional
    public Mono<Purchase> reverse(AccountId person, UUID id, Reversal reversal) {
        return own(person, id)
                .doOnNext(purchase -> FieldFaults.check(IssuedInvoice.faultsOfNumber(
                        reversal.number(), reversal.issuedOn(), purchase.countedOn(), today())))
                .flatMap(purchase -> purchases.reverse(id, reversal, person, clock.instant()))
                .switchIfEmpty(Mono.error(InvoicingProblem.NOT_NOW::raise))
                .delayUntil(purchase -> takeNumbers.take(reversal.number(), id));
    }

    /**
     * It was entered wrongly, and there is no invoice of it. Raises {@link InvoicingProblem#PURCHASE_NOT_FOUND},
     * {@link InvoicingProblem#NOT_NOW}, and what {@link Organisations#requireRole} raises.
     */
    @Transactional
    public Mono<Purchase> withdraw(AccountId person, UUID id) {
        return own(person, id)
                .flatMap(purchase -> purchases.withdraw(id, person, clock.instant()))
                .switchIfEmpty(Mono.error(InvoicingProblem.NOT_NOW::raise));
    }

    private Mono<Purchase> own(AccountId person, UUID id) {
        return purchases
                .find(id)
                .switchIfEmpty(Mono.error(InvoicingProblem.PURCHASE_NOT_FOUND::raise))
                .delayUntil(purchase -> organisations.requireRole(person, purchase.organisation(), MemberRole.FINANCE));
    }

    private Mono<Counted> add(AccountId person, Purchase purchase) {
        return purchases
                .lockPerson(purchase.bought().seller().idNumber(), ids.next())
                .flatMap(seller -> requireRoom(
                                seller, purchase, purchase.bought().month())
                        .delayUntil(room -> purchases
                                .add(purchase, seller, person)
                                .filter(isNew -> isNew)
                                .switchIfEmpty(Mono.error(InvoicingProblem.RECEIPT_USED::raise))))
                .map(room ->
                        new Counted(purchase, room - purchase.bought().vat().net()));
    }

    /** The room that was there, with the person locked. */
    private Mono<Long> requireRoom(UUID seller, Purchase purchase, YearMonth month) {
        return purchases
                .soldAround(seller, month, purchase.id())
                .map(sold -> SalesLimit.room(month, sold))
                .flatMap(room -> purchase.bought().vat().net() <= room ? Mono.just(room) : Mono.error(overLimit(room)));
    }

    private static ProblemException overLimit(long room) {
        var yuan = "%,.2f".formatted(BigDecimal.valueOf(room, 2));
        return InvoicingProblem.OVER_LIMIT.raise(yuan).with("left", Money.fen(room));
    }

    private Mono<Bought> named(Bought bought) {
        return materials
                .find(bought.materialCode(), today())
                .filter(Material::isLeaf)
                .switchIfEmpty(Mono.error(CatalogProblem.NO_SUCH_MATERIAL::raise))
                .map(material -> bought.named(material.nameZh(), Measure.of(material)));
    }

    private Mono<Void> requireEligible(OrganisationId organisation, Bought bought) {
        return reverseInvoicing
                .judge(organisation, bought.materialCode(), clock.instant())
                .flatMap(verdict -> switch (verdict) {
                    case GateVerdict.Allowed allowed -> Mono.<Void>empty();
                    case GateVerdict.Refused refused -> Mono.error(TradingGate.refusal(refused));
                });
    }

    private Mono<Void> requireReceipt(OrganisationId organisation, Bought bought) {
        return receipts.findAll(organisation, List.of(bought.receipt()))
                .next()
                .switchIfEmpty(Mono.error(
                        () -> FieldFault.refuse(List.of(new FieldFault("receiptId", "invoicing.field.receipt")))))
                .then();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
    }

    /** @param roomFen what may still be invoiced for the person in that month, after it */
    public record Counted(Purchase purchase, long roomFen) {}
}
