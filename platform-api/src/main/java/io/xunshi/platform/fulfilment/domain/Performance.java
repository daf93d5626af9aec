package io.xunshi.platform.fulfilment.domain;

import io.xunshi.platform.fulfilment.domain.AssayReport.Reader;
import io.xunshi.platform.pricing.QuotationalPeriod.PricingCall;
import io.xunshi.platform.pricing.Settlement.Paid;
import io.xunshi.platform.pricing.WeighTicket.Scale;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that has happened in the performance of a deal.
 *
 * @param loads in the order in which they left
 * @param tickets with those that were corrected, oldest first
 * @param sample null until it is taken
 * @param reports at most one of each reader
 * @param claim null where there is none
 * @param calls of a price that one side may call, in the order in which the server took them
 * @param statements oldest first
 */
public record Performance(
        Fulfilment head,
        List<Load> loads,
        List<ScaleTicket> tickets,
        @Nullable Sample sample,
        List<AssayReport> reports,
        @Nullable Claim claim,
        List<PriceCall> calls,
        List<Statement> statements) {

    public Performance {
        loads = List.copyOf(loads);
        tickets = List.copyOf(tickets);
        reports = List.copyOf(reports);
        calls = List.copyOf(calls);
        statements = List.copyOf(statements);
    }

    public Performance with(Fulfilment moved) {
        return new Performance(moved, loads, tickets, sample, reports, claim, calls, statements);
    }

    public Performance with(Claim changed) {
        return new Performance(head, loads, tickets, sample, reports, changed, calls, statements);
    }

    public Performance withStatements(List<Statement> issued) {
        return new Performance(head, loads, tickets, sample, reports, claim, calls, issued);
    }

    public Performance withTickets(List<ScaleTicket> taken) {
        return new Performance(head, loads, taken, sample, reports, claim, calls, statements);
    }

    public Performance withLoads(List<Load> sent) {
        return new Performance(head, sent, tickets, sample, reports, claim, calls, statements);
    }

    public Performance withReports(List<AssayReport> read) {
        return new Performance(head, loads, tickets, sample, read, claim, calls, statements);
    }

    public Performance withCalls(List<PriceCall> called) {
        return new Performance(head, loads, tickets, sample, reports, claim, called, statements);
    }

    /** What a scale said of a load, where that counts. */
    public Optional<ScaleTicket> ticket(UUID load, Scale scale) {
        return standing(load, scale).filter(ScaleTicket::counts);
    }

    /** The same, whether or not both sides stand by it yet. */
    public Optional<ScaleTicket> standing(UUID load, Scale scale) {
        return tickets.stream()
                .filter(ScaleTicket::stands)
                .filter(one -> one.load().equals(load) && one.ticket().scale() == scale)
                .findFirst();
    }

    public Optional<Load> load(UUID id) {
        return loads.stream().filter(load -> load.id().equals(id)).findFirst();
    }

    public Optional<AssayReport> report(Reader reader) {
        return reports.stream().filter(report -> report.reader() == reader).findFirst();
    }

    /** No load follows, and both sides have weighed every one, or the buyer has counted it. */
    public boolean isAllWeighed() {
        return head.allDispatched()
                && loads.stream()
                        .allMatch(load -> load.countedPieces() != null
                                || ticket(load.id(), Scale.SELLER).isPresent()
                                        && ticket(load.id(), Scale.BUYER).isPresent());
    }

    /**
     * What came, as the buyer's scale says, a third one where the buyer did not weigh, or else the seller's; null where
     * pieces were counted.
     */
    public @Nullable Long netGrams() {
        var tickets = loads.stream()
                .map(Load::id)
                .map(this::arrival)
                .flatMap(Optional::stream)
                .toList();
        if (tickets.isEmpty()) {
            return null;
        }
        return tickets.stream().mapToLong(ticket -> ticket.ticket().netGrams()).sum();
    }

    private Optional<ScaleTicket> arrival(UUID load) {
        return ticket(load, Scale.BUYER).or(() -> ticket(load, Scale.THIRD)).or(() -> ticket(load, Scale.SELLER));
    }

    public boolean isAnythingWeighed() {
        return !tickets.isEmpty() || loads.stream().anyMatch(load -> load.countedPieces() != null);
    }

    /** What was called, as a formula reads it. */
    public List<PricingCall> pricingCalls() {
        return calls.stream().map(PriceCall::part).toList();
    }

    /** In advance, and what statements asked for and has moved. */
    public Paid paid() {
        var byStatements = statements.stream()
                .filter(statement -> statement.paidAt() != null)
                .mapToLong(statement ->
                        statement.view().dueFen() - statement.view().refundFen())
                .sum();
        return new Paid(head.advanceFen() + byStatements, 0);
    }
}
