package io.xunshi.platform.fulfilment.domain;

import io.xunshi.platform.fulfilment.FulfilmentProblem;
import io.xunshi.platform.kernel.ProblemException;
import io.xunshi.platform.pricing.TicketFinding;
import io.xunshi.platform.pricing.WeighTicket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why a weigh ticket is not taken.
 *
 * @param kilograms figures for its text: the vehicle's usual tare and how far off; empty where there are none
 */
public record TicketFault(FulfilmentProblem problem, List<Long> kilograms) {
    /** A hundred tonnes: double what any vehicle may weigh on a road (GB 1589-2016), for sidings and dumpers. */
    public static final long HEAVIEST_GRAMS = 100_000_000;

    /** Clocks of scales are not ours. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(10);

    private static final long GRAMS_PER_KILOGRAM = 1_000;

    public TicketFault {
        kilograms = List.copyOf(kilograms);
    }

    /**
     * What stands against a ticket, the gravest first; empty where it is taken.
     *
     * @param plate of the load
     * @param signedAt before which nothing of the deal was weighed
     * @param earlierTaresGrams of the same plate, newest first
     */
    public static Optional<TicketFault> of(
            WeighTicket ticket, String plate, Instant signedAt, Instant now, List<Long> earlierTaresGrams) {
        if (!ticket.plate().equals(plate)) {
            return fault(FulfilmentProblem.PLATE_DIFFERS);
        }
        if (ticket.grossGrams() > HEAVIEST_GRAMS) {
            return fault(FulfilmentProblem.TOO_HEAVY);
        }
        var latest = now.plus(CLOCK_TOLERANCE);
        if (ticket.grossAt().isAfter(latest)
                || ticket.tareAt().isAfter(latest)
                || ticket.grossAt().isBefore(signedAt.minus(CLOCK_TOLERANCE))) {
            return fault(FulfilmentProblem.WRONG_TIME);
        }
        return ticket.findings(WeighTicket.Policy.USUAL, earlierTaresGrams).stream()
                .map(TicketFault::of)
                .findFirst();
    }

    public ProblemException raise() {
        return problem.raise(kilograms.toArray());
    }

    private static TicketFault of(TicketFinding finding) {
        return switch (finding) {
            case TicketFinding.TareOverGross ignored -> plain(FulfilmentProblem.TARE_OVER_GROSS);
            case TicketFinding.NothingWeighed ignored -> plain(FulfilmentProblem.NOTHING_WEIGHED);
            case TicketFinding.StaleTare ignored -> plain(FulfilmentProblem.STALE_TARE);
            case TicketFinding.CertificateExpired ignored -> plain(FulfilmentProblem.CERTIFICATE_EXPIRED);
            case TicketFinding.TareDrift drift ->
                new TicketFault(
                        FulfilmentProblem.TARE_DRIFT,
                        List.of(drift.medianGrams() / GRAMS_PER_KILOGRAM, drift.grams() / GRAMS_PER_KILOGRAM));
        };
    }

    private static Optional<TicketFault> fault(FulfilmentProblem problem) {
        return Optional.of(plain(problem));
    }

    private static TicketFault plain(FulfilmentProblem problem) {
        return new TicketFault(problem, List.of());
    }
}
