package io.xunshi.platform.invoicing.usecase;

import io.xunshi.platform.clearing.DealPayments;
import io.xunshi.platform.clearing.DealPayments.DealPaid;
import io.xunshi.platform.deal.DealView;
import io.xunshi.platform.deal.Deals;
import io.xunshi.platform.exchange.StockReceipts;
import io.xunshi.platform.exchange.StockReceipts.ResidentReceipt;
import io.xunshi.platform.fulfilment.FulfilmentView;
import io.xunshi.platform.fulfilment.Fulfilments;
import io.xunshi.platform.fulfilment.StatementView;
import io.xunshi.platform.invoicing.InvoiceState;
import io.xunshi.platform.invoicing.InvoicingProblem;
import io.xunshi.platform.invoicing.domain.Flow;
import io.xunshi.platform.invoicing.domain.Flow.FlowParty;
import io.xunshi.platform.invoicing.domain.FlowTable;
import io.xunshi.platform.invoicing.domain.Invoice;
import io.xunshi.platform.invoicing.domain.InvoiceLine;
import io.xunshi.platform.invoicing.domain.Purchase;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.OrganisationView;
import io.xunshi.platform.organisation.Organisations;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Puts the four flows of an invoice beside each other, from what each module knows today: the contract from the deal,
 * the goods from its performance, the money from its bills, the invoice from what was typed. What was checked when the
 * invoice was entered is looked at anew.
 */
@Component
class MatchFlows {
    private final Deals deals;
    private final Fulfilments fulfilments;
    private final DealPayments payments;
    private final StockReceipts receipts;
    private final Organisations organisations;

    MatchFlows(
            Deals deals,
            Fulfilments fulfilments,
            DealPayments payments,
            StockReceipts receipts,
            Organisations organisations) {
        this.deals = deals;
        this.fulfilments = fulfilments;
        this.payments = payments;
        this.receipts = receipts;
        this.organisations = organisations;
    }

    Mono<FlowTable> of(Invoice invoice) {
        return deals.find(invoice.deal())
                .switchIfEmpty(Mono.error(InvoicingProblem.DEAL_NOT_FOUND::raise))
                .flatMap(deal -> of(deal, invoice));
    }

    /** @param invoice null where there is none yet */
    Mono<FlowTable> of(DealView deal, @Nullable Invoice invoice) {
        return organisations
                .findAll(List.of(deal.seller(), deal.buyer()))
                .collectMap(OrganisationView::id, MatchFlows::party)
                .flatMap(parties -> performedOf(deal)
                        .flatMap(performed ->
                                paidFor(deal).map(paid -> table(deal, parties, performed, paid, invoice))));
    }

    Mono<FlowTable> of(Purchase purchase) {
        return organisations
                .find(purchase.organisation())
                .switchIfEmpty(Mono.error(InvoicingProblem.PURCHASE_NOT_FOUND::raise))
                .flatMap(buyer -> receiptOf(purchase).map(receipt -> table(purchase, party(buyer), receipt)));
    }

    private Mono<Performed> performedOf(DealView deal) {
        return fulfilments
                .find(deal.id())
                .filter(performance -> performance.state().isAccepted())
                .flatMap(performance -> fulfilments
                        .latestStatement(deal.id())
                        .filter(statement -> !statement.isProvisional())
                        .map(statement -> new Performed(performance, statement)))
                .defaultIfEmpty(Performed.NOT_YET);
    }

    private Mono<Optional<DealPaid>> paidFor(DealView deal) {
        return payments.paidFor(deal.id()).map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    private Mono<Optional<ResidentReceipt>> receiptOf(Purchase purchase) {
        return receipts.findAll(
                        purchase.organisation(), List.of(purchase.bought().receipt()))
                .next()
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private static FlowTable table(
            DealView deal,
            Map<OrganisationId, FlowParty> parties,
            Performed performed,
            Optional<DealPaid> paid,
            @Nullable Invoice invoice) {
        var statement = performed.statement();
        return FlowTable.of(
                new Flow(
                        of(parties, deal.seller()),
                        of(parties, deal.buyer()),
                        deal.materialCode(),
                        deal.quantity(),
                        deal.value().amount(),
                        deal.code()),
                goods(deal, parties, performed),
                paid.map(money -> new Flow(
                                of(parties, money.payee()),
                                of(parties, money.payer()),
                                null,
                                null,
                                money.amount().amount(),
                                deal.code()))
                        .orElse(null),
                invoice == null ? null : flow(invoice, parties),
                deal.settlement().mostQuantity(),
                statement == null ? 0 : statement.totalFen(),
                invoice != null && invoice.state() == InvoiceState.OBJECTED);
    }

    private static @Nullable Flow goods(DealView deal, Map<OrganisationId, FlowParty> parties, Performed performed) {
        var performance = performed.performance();
        var statement = performed.statement();
        return performance == null || statement == null
                ? null
                : new Flow(
                        of(parties, performance.seller()),
                        of(parties, performance.buyer()),
                        deal.materialCode(),
                        statement.payableWeight(),
                        statement.totalFen(),
                        statement.hash());
    }

    private static Flow flow(Invoice invoice, Map<OrganisationId, FlowParty> parties) {
        var issued = invoice.issued();
        var materials = issued.lines().stream()
                .map(InvoiceLine::materialCode)
                .distinct()
                .toList();
        return new Flow(
                new FlowParty(
                        issued.sellerTaxNumber(), of(parties, invoice.seller()).name()),
                new FlowParty(
                        issued.buyerTaxNumber(), of(parties, invoice.buyer()).name()),
                String.join(" ", materials),
                issued.quantity(),
                issued.vat().gross(),
                (issued.number().code() + " " + issued.number().number()).strip());
    }

    private static FlowTable table(Purchase purchase, FlowParty buyer, Optional<ResidentReceipt> receipt) {
        var bought = purchase.bought();
        var seller =
                new FlowParty(bought.seller().maskedNumber(), bought.seller().maskedName());
        var invoiced = purchase.invoiced();
        return FlowTable.of(
                new Flow(
                        seller, buyer, bought.materialCode(), bought.quantity(), bought.grossFen(), bought.agreement()),
                receipt.map(in -> new Flow(seller, buyer, in.materialCode(), in.quantity(), null, in.reference()))
                        .orElse(null),
                new Flow(
                        seller,
                        buyer,
                        null,
                        null,
                        Math.addExact(bought.paidFen(), bought.withheldFen()),
                        bought.paymentReference()),
                invoiced == null
                        ? null
                        : new Flow(
                                seller,
                                buyer,
                                bought.materialCode(),
                                bought.quantity(),
                                bought.grossFen(),
                                (invoiced.number().code() + " "
                                                + invoiced.number().number())
                                        .strip()),
                bought.quantity(),
                bought.grossFen(),
                false);
    }

    private static FlowParty party(OrganisationView organisation) {
        return new FlowParty(organisation.unifiedSocialCreditCode(), organisation.name());
    }

    private static FlowParty of(Map<OrganisationId, FlowParty> parties, OrganisationId id) {
        return Objects.requireNonNullElseGet(parties.get(id), () -> new FlowParty(id.toString(), ""));
    }

    /** Both null while the goods are not accepted and finally settled. */
    private record Performed(
            @Nullable FulfilmentView performance, @Nullable StatementView statement) {
        static final Performed NOT_YET = new Performed(null, null);
    }
}
