package io.xunshi.platform.invoicing.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.invoicing.InvoiceState;
import io.xunshi.platform.invoicing.InvoicingProblem;
import io.xunshi.platform.invoicing.domain.Invoice;
import io.xunshi.platform.invoicing.storage.InvoiceRepository;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.Organisations;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * What the buyer of a deal says of its invoice. Both raise {@link InvoicingProblem#INVOICE_NOT_FOUND},
 * {@link InvoicingProblem#NOT_NOW}, and what {@link Organisations#requireRole} raises.
 */
@Component
public class AnswerInvoice {
    private final InvoiceRepository invoices;
    private final Organisations organisations;
    private final TellOfInvoices tellOfInvoices;
    private final Clock clock;

    AnswerInvoice(InvoiceRepository invoices, Organisations organisations, TellOfInvoices tellOfInvoices, Clock clock) {
        this.invoices = invoices;
        this.organisations = organisations;
        this.tellOfInvoices = tellOfInvoices;
        this.clock = clock;
    }

    /** They have it, and it is right. */
    @Transactional
    public Mono<Invoice> confirm(AccountId person, UUID id) {
        return answer(person, id, InvoiceState.CONFIRMED, null);
    }

    /** Something is wrong with it; said again, the newer words count. */
    @Transactional
    public Mono<Invoice> object(AccountId person, UUID id, String reason) {
        return answer(person, id, InvoiceState.OBJECTED, reason).delayUntil(tellOfInvoices::objected);
    }

    private Mono<Invoice> answer(AccountId person, UUID id, InvoiceState to, @Nullable String objection) {
        return invoices.find(id)
                .switchIfEmpty(Mono.error(InvoicingProblem.INVOICE_NOT_FOUND::raise))
                .delayUntil(invoice ->
                        organisations.requireRole(person, invoice.buyer(), MemberRole.FINANCE, MemberRole.TRADER))
                .filter(invoice -> invoice.state().next().contains(to))
                .flatMap(invoice -> invoices.answer(invoice, to, objection, person, clock.instant()))
                .switchIfEmpty(Mono.error(InvoicingProblem.NOT_NOW::raise));
    }
}
