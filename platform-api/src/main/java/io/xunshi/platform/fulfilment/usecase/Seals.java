package io.xunshi.platform.fulfilment.usecase;

import io.xunshi.platform.fulfilment.domain.AssayReport;
import io.xunshi.platform.fulfilment.domain.Claim;
import io.xunshi.platform.fulfilment.domain.Load;
import io.xunshi.platform.fulfilment.domain.PriceCall;
import io.xunshi.platform.fulfilment.domain.Sample;
import io.xunshi.platform.fulfilment.domain.ScaleTicket;
import io.xunshi.platform.kernel.Sha256;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a step is hashed for the log: its figures in one line, their parts divided by <code>|</code>. Both sides see
 * every part on the page of their deal, so both can compute the hash. No person is in any of them.
 */
final class Seals {
    private Seals() {}

    /** Number, plate, e-manifest, quantity and time of the load. */
    static String of(Load load) {
        return hash(
                load.number(),
                load.plate(),
                Objects.requireNonNullElse(load.manifest(), ""),
                load.quantity(),
                load.dispatchedAt());
    }

    /** Number of the load, pieces. */
    static String ofCount(Load load, long pieces) {
        return hash(load.number(), pieces);
    }

    /** Hash of the ticket, time of the agreement. */
    static String ofAgreement(ScaleTicket ticket, Instant at) {
        return hash(ticket.contentHash(), at);
    }

    /** The four seal numbers, the time, the last day on which the parts are kept. */
    static String of(Sample sample) {
        return hash(String.join(",", sample.seals()), sample.takenAt(), sample.keptUntil());
    }

    /** Reader, laboratory, values and what no load may hold, both sorted by name. */
    static String of(AssayReport report) {
        return hash(
                report.reader(),
                report.laboratory(),
                new TreeMap<>(report.values())
                        .entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(",")),
                report.rejects().stream().map(Enum::name).sorted().collect(Collectors.joining(",")));
    }

    /** Id and state, what each side said with its remedy, words and ids of documents, and how it ended. */
    static String of(Claim claim) {
        return hash(
                claim.id(),
                claim.state(),
                claim.moves().stream()
                        .map(move -> "%s;%s;%s;%s".formatted(move.by(), move.remedy(), move.words(), move.documents()))
                        .collect(Collectors.joining("|")),
                String.valueOf(claim.outcome()),
                String.valueOf(claim.ending()));
    }

    /** Number, day, grams and time of the call. */
    static String of(PriceCall call) {
        return hash(call.number(), call.part().day(), call.part().grams(), call.at());
    }

    /** Code of the deal, cause and time. */
    static String ofAcceptance(Performed performed) {
        return hash(
                performed.deal().code(),
                performed.head().cause(),
                performed.head().since());
    }

    /** The same of what came to nothing. */
    static String ofFailure(Performed performed) {
        return ofAcceptance(performed);
    }

    private static String hash(Object... parts) {
        return Sha256.of(Stream.of(parts).map(String::valueOf).collect(Collectors.joining("|")));
    }
}
