package io.xunshi.platform.pricing.web;

import io.xunshi.platform.pricing.Finding;
import io.xunshi.platform.pricing.Fixing;
import io.xunshi.platform.pricing.Line;
import io.xunshi.platform.pricing.PriceComputation;
import io.xunshi.platform.pricing.Settlement;
import io.xunshi.platform.pricing.Settlement.Money;
import io.xunshi.platform.pricing.Settlement.NotYet;
import io.xunshi.platform.pricing.Settlement.Reckoned;
import io.xunshi.platform.pricing.Settlement.Refusable;
import io.xunshi.platform.pricing.TicketFinding;
import io.xunshi.platform.pricing.TicketFinding.CertificateExpired;
import io.xunshi.platform.pricing.TicketFinding.NothingWeighed;
import io.xunshi.platform.pricing.TicketFinding.StaleTare;
import io.xunshi.platform.pricing.TicketFinding.TareDrift;
import io.xunshi.platform.pricing.TicketFinding.TareOverGross;
import io.xunshi.platform.pricing.WeighTicket.Policy;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a formula or a delivery would come to, with every line of the arithmetic.
 *
 * @param outcome REFUSABLE and NOT_YET have lines as far as they go, and findings that say why no further
 * @param fenPerTonne of a piece, where pieces are counted; null where there is no price
 * @param weight settled, in grams or pieces; null for a formula alone, or where nothing is settled
 * @param payableWeight of it, what is paid for
 * @param money null where there is no amount
 * @param usedHash SHA-256 of the fixings used, a line <code>series|day|revision|fen</code> each
 */
record PriceResponse(
        Outcome outcome,
        boolean isFinal,
        @Nullable Long fenPerTonne,
        @Nullable Long weight,
        @Nullable Long payableWeight,
        @Nullable Money money,
        List<Line> lines,
        List<Finding> findings,
        List<TicketDoubt> ticketDoubts,
        List<Fixing> usedFixings,
        String usedHash) {

    static PriceResponse of(PriceComputation price) {
        return new PriceResponse(
                price.fenPerTonne() == null ? Outcome.NOT_YET : Outcome.RECKONED,
                price.isFinal(),
                price.fenPerTonne(),
                null,
                null,
                null,
                price.lines(),
                price.findings(),
                List.of(),
                price.used(),
                price.usedHash());
    }

    static PriceResponse of(Settlement settlement, List<TicketRequest> tickets) {
        var doubts = doubts(tickets);
        return switch (settlement) {
            case Reckoned reckoned ->
                new PriceResponse(
                        Outcome.RECKONED,
                        reckoned.isFinal(),
                        reckoned.price(),
                        reckoned.weight(),
                        reckoned.payableWeight(),
                        reckoned.money(),
                        reckoned.lines(),
                        reckoned.findings(),
                        doubts,
                        reckoned.usedFixings(),
                        reckoned.usedFixingsHash());
            case Refusable refusable ->
                withoutFigures(Outcome.REFUSABLE, refusable.lines(), refusable.findings(), doubts);
            case NotYet notYet -> withoutFigures(Outcome.NOT_YET, notYet.lines(), notYet.findings(), doubts);
        };
    }

    private static PriceResponse withoutFigures(
            Outcome outcome, List<Line> lines, List<Finding> findings, List<TicketDoubt> doubts) {
        return new PriceResponse(outcome, false, null, null, null, null, lines, findings, doubts, List.of(), "");
    }

    private static List<TicketDoubt> doubts(List<TicketRequest> tickets) {
        return IntStream.range(0, tickets.size())
                .boxed()
                .flatMap(number ->
                        tickets
                                .get(number)
                                .ticket()
                                .findings(Policy.USUAL, tickets.get(number).earlierTaresGrams())
                                .stream()
                                .map(finding -> TicketDoubt.of(number, finding)))
                .toList();
    }

    /** How far it came. */
    enum Outcome {
        RECKONED,
        /** The buyer may refuse the load. */
        REFUSABLE,
        /** Something is missing. */
        NOT_YET
    }

    /** What can be doubtful about a ticket. */
    enum DoubtKind {
        TARE_OVER_GROSS,
        NOTHING_WEIGHED,
        STALE_TARE,
        CERTIFICATE_EXPIRED,
        TARE_DRIFT
    }

    /**
     * @param ticket its place in the request, from zero
     * @param grams how far off; null where that is no weight
     */
    record TicketDoubt(int ticket, DoubtKind kind, @Nullable Long grams) {

        static TicketDoubt of(int ticket, TicketFinding finding) {
            return switch (finding) {
                case TareOverGross(long grams) -> new TicketDoubt(ticket, DoubtKind.TARE_OVER_GROSS, grams);
                case NothingWeighed() -> new TicketDoubt(ticket, DoubtKind.NOTHING_WEIGHED, null);
                case StaleTare ignored -> new TicketDoubt(ticket, DoubtKind.STALE_TARE, null);
                case CertificateExpired ignored -> new TicketDoubt(ticket, DoubtKind.CERTIFICATE_EXPIRED, null);
                case TareDrift drift -> new TicketDoubt(ticket, DoubtKind.TARE_DRIFT, drift.grams());
            };
        }
    }
}
