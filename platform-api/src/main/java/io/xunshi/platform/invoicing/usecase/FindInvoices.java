package io.xunshi.platform.invoicing.usecase;

import io.xunshi.platform.clearing.DealPayments;
import io.xunshi.platform.clearing.DealPayments.PaidDeal;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.deal.DealView;
import io.xunshi.platform.deal.Deals;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.invoicing.InvoiceState;
import io.xunshi.platform.invoicing.InvoicingProblem;
import io.xunshi.platform.invoicing.domain.FlowTable;
import io.xunshi.platform.invoicing.domain.Invoice;
import io.xunshi.platform.invoicing.domain.Owed;
import io.xunshi.platform.invoicing.storage.InvoiceRepository;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.kernel.ProblemException;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.Membership;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.Organisations;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows members of either side the invoices of a deal, and an organisation its own. */
@Component
public class FindInvoices {
    private final ReadOwed readOwed;
    private final InvoiceRepository invoices;
    private final MatchFlows matchFlows;
    private final DealPayments payments;
    private final Deals deals;
    private final Organisations organisations;

    FindInvoices(
            ReadOwed readOwed,
            InvoiceRepository invoices,
            MatchFlows matchFlows,
            DealPayments payments,
            Deals deals,
            Organisations organisations) {
        this.readOwed = readOwed;
        this.invoices = invoices;
        this.matchFlows = matchFlows;
        this.payments = payments;
        this.deals = deals;
        this.organisations = organisations;
    }

    /** Raises {@link InvoicingProblem#DEAL_NOT_FOUND}, also for who is of neither side. */
    public Mono<InvoicedDeal> ofDeal(AccountId reader, DealId id) {
        return readOwed.deal(id)
                .filterWhen(deal -> isOfASide(reader, deal))
                .switchIfEmpty(Mono.error(InvoicingProblem.DEAL_NOT_FOUND::raise))
                .flatMap(this::invoiced);
    }

    /** What it issued or got, newest first. */
    public Mono<Page<Invoice>> ofOrganisation(
            AccountId reader, OrganisationId organisation, @Nullable Cursor after, int limit) {
        return organisations
                .requireRole(reader, organisation, MemberRole.FINANCE, MemberRole.TRADER)
                .then(invoices.findOf(organisation, after, limit + 1).collectList())
                .map(rows -> Page.ofOneMore(rows, limit, invoice -> new Cursor(invoice.enteredAt(), invoice.id())));
    }

    /**
     * Its paid deals for which it has issued nothing that holds, the last paid first. A page is shorter by those that
     * have an invoice.
     */
    public Mono<Page<DealView>> toInvoice(AccountId reader, OrganisationId seller, @Nullable Cursor after, int limit) {
        return organisations
                .requireRole(reader, seller, MemberRole.FINANCE, MemberRole.TRADER)
                .then(payments.paidDealsOf(seller, after, limit + 1).collectList())
                .map(rows -> Page.ofOneMore(
                        rows,
                        limit,
                        paid -> new Cursor(paid.paidAt(), paid.deal().value())))
                .flatMap(page -> withoutInvoice(
                                page.items().stream().map(PaidDeal::deal).toList())
                        .map(open -> new Page<>(open, page.nextCursor())));
    }

    private Mono<List<DealView>> withoutInvoice(List<DealId> paid) {
        return invoices.invoicedOf(paid)
                .collectList()
                .map(HashSet::new)
                .map(invoiced ->
                        paid.stream().filter(deal -> !invoiced.contains(deal)).toList())
                .flatMapMany(deals::findAll)
                .collectSortedList((one, other) -> Integer.compare(paid.indexOf(one.id()), paid.indexOf(other.id())));
    }

    private Mono<InvoicedDeal> invoiced(DealView deal) {
        return invoices.findOf(deal.id())
                .collectList()
                .flatMap(all -> owedFor(deal)
                        .flatMap(owed -> matchFlows
                                .of(deal, standing(all))
                                .map(flows -> new InvoicedDeal(deal, owed.orElse(null), all, flows))));
    }

    /** A deal that is not settled, or has nothing to invoice, owes no invoice. */
    private Mono<Optional<Owed>> owedFor(DealView deal) {
        return readOwed.of(deal)
                .map(Optional::of)
                .onErrorResume(ProblemException.class, notYet -> Mono.just(Optional.empty()));
    }

    private static @Nullable Invoice standing(List<Invoice> all) {
        return all.stream()
                .filter(invoice -> invoice.state() != InvoiceState.REVERSED)
                .findFirst()
                .orElse(null);
    }

    private Mono<Boolean> isOfASide(AccountId reader, DealView deal) {
        return organisations
                .membershipsOf(reader)
                .map(Membership::organisation)
                .filter(id -> id.equals(deal.seller()) || id.equals(deal.buyer()))
                .hasElements();
    }

    /**
     * The invoices of a deal.
     *
     * @param owed what an invoice has to say; null while none can be issued
     * @param invoices the oldest first, reversed ones too
     * @param flows with the invoice that holds
     */
    public record InvoicedDeal(DealView deal, @Nullable Owed owed, List<Invoice> invoices, FlowTable flows) {
        public InvoicedDeal {
            invoices = List.copyOf(invoices);
        }
    }
}
