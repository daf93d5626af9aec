package io.xunshi.platform.fulfilment.usecase;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.deal.Deals;
import io.xunshi.platform.fulfilment.domain.AssayReport;
import io.xunshi.platform.fulfilment.domain.Claim;
import io.xunshi.platform.fulfilment.domain.Fulfilment;
import io.xunshi.platform.fulfilment.domain.Load;
import io.xunshi.platform.fulfilment.domain.Performance;
import io.xunshi.platform.fulfilment.domain.PriceCall;
import io.xunshi.platform.fulfilment.domain.Sample;
import io.xunshi.platform.fulfilment.domain.ScaleTicket;
import io.xunshi.platform.fulfilment.domain.Statement;
import io.xunshi.platform.fulfilment.storage.AssayRepository;
import io.xunshi.platform.fulfilment.storage.ClaimRepository;
import io.xunshi.platform.fulfilment.storage.DealStatementRepository;
import io.xunshi.platform.fulfilment.storage.FulfilmentRepository;
import io.xunshi.platform.fulfilment.storage.LoadRepository;
import io.xunshi.platform.fulfilment.storage.PriceCallRepository;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts together everything that has happened to a signed deal. */
@Component
class ReadPerformance {
    private final Deals deals;
    private final FulfilmentRepository fulfilments;
    private final LoadRepository loads;
    private final AssayRepository assays;
    private final ClaimRepository claims;
    private final PriceCallRepository calls;
    private final DealStatementRepository statements;
    private final FulfilmentSettings settings;

    ReadPerformance(
            Deals deals,
            FulfilmentRepository fulfilments,
            LoadRepository loads,
            AssayRepository assays,
            ClaimRepository claims,
            PriceCallRepository calls,
            DealStatementRepository statements,
            FulfilmentSettings settings) {
        this.deals = deals;
        this.fulfilments = fulfilments;
        this.loads = loads;
        this.assays = assays;
        this.claims = claims;
        this.calls = calls;
        this.statements = statements;
        this.settings = settings;
    }

    /** Empty for a deal that is not signed. */
    Mono<Performed> find(DealId id) {
        return fulfilments.find(id).flatMap(this::whole);
    }

    /** The same; nobody else changes it before the caller's transaction ends. */
    Mono<Performed> lock(DealId id) {
        return fulfilments.lock(id).flatMap(this::whole);
    }

    /** One query after the other: they share the transaction's connection. */
    private Mono<Performed> whole(Fulfilment head) {
        var id = head.deal();
        return loads.findOf(id)
                .collectList()
                .map(found -> Parts.NONE.withLoads(found))
                .flatMap(parts -> loads.ticketsOf(id).collectList().map(parts::withTickets))
                .flatMap(parts -> optional(assays.sampleOf(id)).map(parts::withSample))
                .flatMap(parts -> assays.reportsOf(id).collectList().map(parts::withReports))
                .flatMap(parts -> optional(claims.findOf(id)).map(parts::withClaim))
                .flatMap(parts -> calls.findOf(id).collectList().map(parts::withCalls))
                .flatMap(parts -> statements.findOf(id).collectList().map(parts::withStatements))
                .flatMap(parts ->
                        deals.find(id).map(deal -> Performed.of(deal, parts.of(head), settings.splittingLimit())));
    }

    private static <T> Mono<Optional<T>> optional(Mono<T> one) {
        return one.map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    /** What has been read so far. */
    private record Parts(
            List<Load> loads,
            List<ScaleTicket> tickets,
            Optional<Sample> sample,
            List<AssayReport> reports,
            Optional<Claim> claim,
            List<PriceCall> calls,
            List<Statement> statements) {
        static final Parts NONE =
                new Parts(List.of(), List.of(), Optional.empty(), List.of(), Optional.empty(), List.of(), List.of());

        Parts withLoads(List<Load> found) {
            return new Parts(found, tickets, sample, reports, claim, calls, statements);
        }

        Parts withTickets(List<ScaleTicket> found) {
            return new Parts(loads, found, sample, reports, claim, calls, statements);
        }

        Parts withSample(Optional<Sample> found) {
            return new Parts(loads, tickets, found, reports, claim, calls, statements);
        }

        Parts withReports(List<AssayReport> found) {
            return new Parts(loads, tickets, sample, found, claim, calls, statements);
        }

        Parts withClaim(Optional<Claim> found) {
            return new Parts(loads, tickets, sample, reports, found, calls, statements);
        }

        Parts withCalls(List<PriceCall> found) {
            return new Parts(loads, tickets, sample, reports, claim, found, statements);
        }

        Parts withStatements(List<Statement> found) {
            return new Parts(loads, tickets, sample, reports, claim, calls, found);
        }

        Performance of(Fulfilment head) {
            return new Performance(
                    head, loads, tickets, sample.orElse(null), reports, claim.orElse(null), calls, statements);
        }
    }
}
