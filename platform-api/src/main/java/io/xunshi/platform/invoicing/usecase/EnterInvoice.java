package io.xunshi.platform.invoicing.usecase;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.invoicing.InvoiceState;
import io.xunshi.platform.invoicing.InvoicingProblem;
import io.xunshi.platform.invoicing.domain.Invoice;
import io.xunshi.platform.invoicing.domain.IssuedInvoice;
import io.xunshi.platform.invoicing.domain.Owed;
import io.xunshi.platform.invoicing.domain.Reversal;
import io.xunshi.platform.invoicing.storage.InvoiceRepository;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.Organisations;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Takes down what a seller issued for a settled deal, and what reversed it. */
@Component
public class EnterInvoice {
    private final ReadOwed readOwed;
    private final InvoiceRepository invoices;
    private final TakeNumbers takeNumbers;
    private final Organisations organisations;
    private final TellOfInvoices tellOfInvoices;
    private final IdGenerator ids;
    private final Clock clock;

    EnterInvoice(
            ReadOwed readOwed,
            InvoiceRepository invoices,
            TakeNumbers takeNumbers,
            Organisations organisations,
            TellOfInvoices tellOfInvoices,
            IdGenerator ids,
            Clock clock) {
        this.readOwed = readOwed;
        this.invoices = invoices;
        this.takeNumbers = takeNumbers;
        this.organisations = organisations;
        this.tellOfInvoices = tellOfInvoices;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Raises field faults for all that is not as the final statement has it, {@link InvoicingProblem#DEAL_NOT_FOUND},
     * {@link InvoicingProblem#NOT_SETTLED}, {@link InvoicingProblem#NOTHING_TO_INVOICE},
     * {@link InvoicingProblem#INVOICED_ALREADY}, {@link InvoicingProblem#NUMBER_TAKEN}, and what
     * {@link Organisations#requireRole} raises.
     */
    @Transactional
    public Mono<Invoice> enter(AccountId person, DealId deal, IssuedInvoice issued) {
        return readOwed.deal(deal)
                .delayUntil(found -> organisations.requireRole(person, found.seller(), MemberRole.FINANCE))
                .flatMap(readOwed::of)
                .doOnNext(owed -> FieldFaults.check(issued.faultsAgainst(owed, today())))
                .map(owed -> invoice(owed, issued))
                .delayUntil(invoice -> invoices.add(invoice, person)
                        .filter(isNew -> isNew)
                        .switchIfEmpty(Mono.error(InvoicingProblem.INVOICED_ALREADY::raise)))
                .delayUntil(invoice -> takeNumbers.take(issued.number(), invoice.id()))
                .delayUntil(tellOfInvoices::issued);
    }

    /**
     * Raises field faults, {@link InvoicingProblem#INVOICE_NOT_FOUND}, {@link InvoicingProblem#NOT_NOW} where it was
     * reversed before, {@link InvoicingProblem#NUMBER_TAKEN}, and what {@link Organisations#requireRole} raises.
     */
    @Transactional
    public Mono<Invoice> reverse(AccountId person, UUID id, Reversal reversal) {
        return invoices.find(id)
                .switchIfEmpty(Mono.error(InvoicingProblem.INVOICE_NOT_FOUND::raise))
                .delayUntil(invoice -> organisations.requireRole(person, invoice.seller(), MemberRole.FINANCE))
                .doOnNext(invoice -> FieldFaults.check(IssuedInvoice.faultsOfNumber(
                        reversal.number(), reversal.issuedOn(), invoice.issued().issuedOn(), today())))
                .flatMap(invoice -> invoices.reverse(invoice, reversal, person, clock.instant()))
                .switchIfEmpty(Mono.error(InvoicingProblem.NOT_NOW::raise))
                .delayUntil(invoice -> takeNumbers.take(reversal.number(), id))
                .delayUntil(tellOfInvoices::reversed);
    }

    private Invoice invoice(Owed owed, IssuedInvoice issued) {
        return new Invoice(
                ids.next(),
                owed.deal().id(),
                owed.deal().code(),
                owed.statement().id(),
                owed.deal().seller(),
                owed.deal().buyer(),
                issued,
                InvoiceState.ISSUED,
                null,
                null,
                clock.instant());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
    }
}
