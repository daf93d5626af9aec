package io.xunshi.platform.invoicing.usecase;

import io.xunshi.platform.deal.Deals;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.invoicing.FlowVerdict;
import io.xunshi.platform.invoicing.InvoicingProblem;
import io.xunshi.platform.invoicing.domain.Batch;
import io.xunshi.platform.invoicing.domain.BatchDocument;
import io.xunshi.platform.invoicing.domain.BatchDocument.Entry;
import io.xunshi.platform.invoicing.domain.BatchRow;
import io.xunshi.platform.invoicing.domain.BatchRow.SubjectKind;
import io.xunshi.platform.invoicing.domain.FlowTable;
import io.xunshi.platform.invoicing.domain.Invoice;
import io.xunshi.platform.invoicing.domain.Purchase;
import io.xunshi.platform.invoicing.storage.BatchRepository;
import io.xunshi.platform.invoicing.storage.InvoiceRepository;
import io.xunshi.platform.invoicing.storage.PurchaseRepository;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Sha256;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.OrganisationView;
import io.xunshi.platform.organisation.Organisations;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands an organisation's invoices of some days to other books. Only what agrees in all four flows is handed out; the
 * rest stays in the batch's table with what is wrong with it, and can be exported once it is put right.
 */
@Component
public class ExportBatch {
    private static final int ROWS_MAX = 500;
    private static final int DAYS_MAX = 366;

    private final InvoiceRepository invoices;
    private final PurchaseRepository purchases;
    private final BatchRepository batches;
    private final MatchFlows matchFlows;
    private final Deals deals;
    private final Organisations organisations;
    private final IdGenerator ids;
    private final Clock clock;

    ExportBatch(
            InvoiceRepository invoices,
            PurchaseRepository purchases,
            BatchRepository batches,
            MatchFlows matchFlows,
            Deals deals,
            Organisations organisations,
            IdGenerator ids,
            Clock clock) {
        this.invoices = invoices;
        this.purchases = purchases;
        this.batches = batches;
        this.matchFlows = matchFlows;
        this.deals = deals;
        this.organisations = organisations;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Of what it issued for its deals and for natural persons on these days, both included. A red-letter invoice is in
     * it where the one that it takes back was exported before. Raises field faults,
     * {@link InvoicingProblem#NOTHING_TO_EXPORT}, {@link InvoicingProblem#TOO_MANY_TO_EXPORT}, and what
     * {@link Organisations#requireRole} raises.
     */
    @Transactional
    public Mono<BatchTable> export(AccountId person, OrganisationId organisation, LocalDate first, LocalDate last) {
        var today = LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
        if (last.isBefore(first) || last.isAfter(today) || ChronoUnit.DAYS.between(first, last) > DAYS_MAX) {
            return Mono.error(() -> FieldFault.refuse(List.of(new FieldFault("lastDay", "invoicing.field.days"))));
        }
        return organisations
                .requireRole(person, organisation, MemberRole.FINANCE)
                .then(organisations.find(organisation))
                .flatMap(exporter -> issued(organisation, first, last)
                        .collectList()
                        .doOnNext(ExportBatch::check)
                        .flatMapMany(Flux::fromIterable)
                        .concatMap(this::candidate)
                        .collectList()
                        .map(candidates -> table(exporter, first, last, candidates)))
                .delayUntil(table -> batches.add(table.batch(), table.document(), table.rows(), person));
    }

    private static void check(List<Issued> issued) {
        if (issued.isEmpty()) {
            throw InvoicingProblem.NOTHING_TO_EXPORT.raise();
        }
        if (issued.size() > ROWS_MAX) {
            throw InvoicingProblem.TOO_MANY_TO_EXPORT.raise(ROWS_MAX);
        }
    }

    /** All of it before any is matched: a connection that is still read from answers no other question. */
    private Flux<Issued> issued(OrganisationId organisation, LocalDate first, LocalDate last) {
        var limit = ROWS_MAX + 1;
        return Flux.concat(
                invoices.issuedIn(organisation, first, last, limit)
                        .map(invoice -> new OfDeal(invoice, SubjectKind.DEAL)),
                invoices.reversedIn(organisation, first, last, limit)
                        .map(invoice -> new OfDeal(invoice, SubjectKind.DEAL_RED_LETTER)),
                purchases
                        .invoicedIn(organisation, first, last, limit)
                        .map(purchase -> new OfPurchase(purchase, SubjectKind.REVERSE)),
                purchases
                        .reversedIn(organisation, first, last, limit)
                        .map(purchase -> new OfPurchase(purchase, SubjectKind.REVERSE_RED_LETTER)));
    }

    private Mono<Candidate> candidate(Issued issued) {
        return switch (issued) {
            case OfDeal(var invoice, var kind) ->
                deals.find(invoice.deal())
                        .flatMap(deal -> matchFlows
                                .of(deal, invoice)
                                .map(flows -> new Candidate(
                                        row(invoice, kind, flows), Entry.of(invoice, deal, flows, kind))));
            case OfPurchase(var purchase, var kind) ->
                matchFlows
                        .of(purchase)
                        .map(flows -> new Candidate(row(purchase, kind, flows), Entry.of(purchase, flows, kind)));
        };
    }

    /** What was issued, and whether it stands here for itself or for its red-letter invoice. */
    private sealed interface Issued {}

    private record OfDeal(Invoice invoice, SubjectKind kind) implements Issued {}

    private record OfPurchase(Purchase purchase, SubjectKind kind) implements Issued {}

    private static BatchRow row(Invoice invoice, SubjectKind kind, FlowTable flows) {
        return new BatchRow(invoice.id(), kind, BatchDocument.numberOf(invoice, kind), isExported(kind, flows), flows);
    }

    private static BatchRow row(Purchase purchase, SubjectKind kind, FlowTable flows) {
        return new BatchRow(
                purchase.id(), kind, BatchDocument.numberOf(purchase, kind), isExported(kind, flows), flows);
    }

    /** What other books have, they have to take back, whatever else is wrong with it. */
    private static boolean isExported(SubjectKind kind, FlowTable flows) {
        return kind.isRedLetter() || flows.verdict() == FlowVerdict.MATCHES;
    }

    private BatchTable table(OrganisationView exporter, LocalDate first, LocalDate last, List<Candidate> candidates) {
        var rows = candidates.stream().map(Candidate::row).toList();
        var exported = candidates.stream()
                .filter(candidate -> candidate.row().isExported())
                .map(Candidate::entry)
                .toList();
        var id = ids.next();
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var document =
                JsonMapper.shared().writeValueAsString(BatchDocument.of(id, exporter, first, last, now, exported));
        var batch = new Batch(
                id,
                exporter.id(),
                first,
                last,
                exported.size(),
                rows.size() - exported.size(),
                Sha256.of(document),
                now);
        return new BatchTable(batch, exporter, rows, document);
    }

    private record Candidate(BatchRow row, Entry entry) {}
}
