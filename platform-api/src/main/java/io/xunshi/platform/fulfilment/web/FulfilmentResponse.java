package io.xunshi.platform.fulfilment.web;

import io.xunshi.platform.catalog.LicenceGate;
import io.xunshi.platform.catalog.QualityAttribute;
import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.fulfilment.ClaimState;
import io.xunshi.platform.fulfilment.FulfilmentCause;
import io.xunshi.platform.fulfilment.FulfilmentState;
import io.xunshi.platform.fulfilment.domain.AssayReport;
import io.xunshi.platform.fulfilment.domain.AssayReport.Reader;
import io.xunshi.platform.fulfilment.domain.Claim;
import io.xunshi.platform.fulfilment.domain.ClaimMove;
import io.xunshi.platform.fulfilment.domain.ClaimTimer;
import io.xunshi.platform.fulfilment.domain.KeptDocument;
import io.xunshi.platform.fulfilment.domain.Load;
import io.xunshi.platform.fulfilment.domain.PriceCall;
import io.xunshi.platform.fulfilment.domain.Remedy;
import io.xunshi.platform.fulfilment.domain.Sample;
import io.xunshi.platform.fulfilment.domain.ScaleTicket;
import io.xunshi.platform.fulfilment.domain.ScaleTicket.Source;
import io.xunshi.platform.fulfilment.domain.Statement;
import io.xunshi.platform.fulfilment.usecase.FindFulfilments.Seen;
import io.xunshi.platform.pricing.Assay.HardReject;
import io.xunshi.platform.pricing.Finding;
import io.xunshi.platform.pricing.Fixing;
import io.xunshi.platform.pricing.Line;
import io.xunshi.platform.pricing.Settlement;
import io.xunshi.platform.pricing.Side;
import io.xunshi.platform.pricing.WeighTicket.Scale;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a deal is performed, as its two sides and officers read it. Weights are grams, money is fen.
 *
 * @param deadline when the state ends by itself; null where nothing is waited for
 * @param ownSides for which the reader acts
 * @param needsManifest hazardous waste, which moves under an e-manifest only
 * @param allDispatched no more loads follow
 * @param attributes what has to be read for the contract
 * @param assays of both sides only once both have read
 * @param disputed attributes that are read too far apart
 * @param calling what has been called of a price that one side may call; null where none is called
 * @param outlook what it comes to with what is known today
 */
record FulfilmentResponse(
        UUID dealId,
        String dealCode,
        UUID sellerId,
        UUID buyerId,
        String materialCode,
        String materialNameZh,
        String materialNameEn,
        Measure measure,
        long quantity,
        FulfilmentState state,
        FulfilmentCause cause,
        Instant since,
        @Nullable Instant deadline,
        List<Side> ownSides,
        boolean needsManifest,
        boolean allDispatched,
        List<LoadResponse> loads,
        @Nullable SampleResponse sample,
        List<AttributeResponse> attributes,
        List<AssayResponse> assays,
        List<String> disputed,
        UmpireResponse umpire,
        @Nullable ClaimResponse claim,
        @Nullable CallingResponse calling,
        List<StatementResponse> statements,
        OutlookResponse outlook,
        List<KeptDocument> documents) {

    static FulfilmentResponse of(Seen seen) {
        var performed = seen.performed();
        var performance = performed.performance();
        var head = performed.head();
        var deal = performed.deal();
        return new FulfilmentResponse(
                deal.id().value(),
                deal.code(),
                head.seller().value(),
                head.buyer().value(),
                deal.materialCode(),
                seen.material().nameZh(),
                seen.material().nameEn(),
                deal.measure(),
                deal.quantity(),
                head.state(),
                head.cause(),
                head.since(),
                head.deadline(),
                seen.own().stream().sorted().toList(),
                seen.material().licenceGate() == LicenceGate.HAZWASTE,
                head.allDispatched(),
                performance.loads().stream()
                        .map(load -> LoadResponse.of(load, performance.tickets()))
                        .toList(),
                SampleResponse.of(performance.sample()),
                performed.reckoning().agreed().entrySet().stream()
                        .map(agreed -> AttributeResponse.of(agreed, seen.schema()))
                        .toList(),
                performance.reports().stream().map(AssayResponse::of).toList(),
                performed.reckoning().disputed(),
                new UmpireResponse(
                        head.umpire().laboratory(),
                        head.umpire().bySeller(),
                        head.umpire().byBuyer()),
                ClaimResponse.of(performance.claim()),
                CallingResponse.of(seen),
                performance.statements().stream().map(StatementResponse::of).toList(),
                OutlookResponse.of(seen.settlement()),
                seen.documents());
    }

    /** @param quantity as loaded, grams or pieces */
    record LoadResponse(
            UUID id,
            int number,
            String plate,
            String driver,
            @Nullable String manifest,
            long quantity,
            Instant dispatchedAt,
            @Nullable Long countedPieces,
            List<TicketResponse> tickets) {
        static LoadResponse of(Load load, List<ScaleTicket> tickets) {
            return new LoadResponse(
                    load.id(),
                    load.number(),
                    load.plate(),
                    load.driver(),
                    load.manifest(),
                    load.quantity(),
                    load.dispatchedAt(),
                    load.countedPieces(),
                    tickets.stream()
                            .filter(ticket -> ticket.load().equals(load.id()))
                            .map(TicketResponse::of)
                            .toList());
        }
    }

    /**
     * @param broughtBy who handed in what a third scale said; null for a side's own
     * @param agreedAt since when the other side stands by that; before, it counts for nothing
     * @param supersededAt since when a correction stands in its place; null while it stands
     */
    record TicketResponse(
            UUID id,
            Scale scale,
            String device,
            LocalDate certificateTo,
            long grossGrams,
            Instant grossAt,
            long tareGrams,
            Instant tareAt,
            long netGrams,
            @Nullable String overrideReason,
            @Nullable String correction,
            Source source,
            List<UUID> documentIds,
            String hash,
            Instant takenAt,
            @Nullable Side broughtBy,
            @Nullable Instant agreedAt,
            @Nullable Instant supersededAt) {
        static TicketResponse of(ScaleTicket ticket) {
            var said = ticket.ticket();
            return new TicketResponse(
                    ticket.id(),
                    said.scale(),
                    said.deviceId(),
                    said.certificateValidTo(),
                    said.grossGrams(),
                    said.grossAt(),
                    said.tareGrams(),
                    said.tareAt(),
                    said.netGrams(),
                    ticket.overrideReason(),
                    ticket.correction(),
                    ticket.source(),
                    ticket.documents(),
                    ticket.contentHash(),
                    ticket.takenAt(),
                    ticket.broughtBy(),
                    ticket.agreedAt(),
                    ticket.supersededAt());
        }
    }

    /** @param seals of the working part, the umpire's, the seller's and the buyer's */
    record SampleResponse(
            String takenBy,
            String place,
            List<String> seals,
            Instant takenAt,
            LocalDate keptUntil,
            List<UUID> documentIds) {
        static @Nullable SampleResponse of(@Nullable Sample sample) {
            return sample == null
                    ? null
                    : new SampleResponse(
                            sample.takenBy(),
                            sample.place(),
                            sample.seals(),
                            sample.takenAt(),
                            sample.keptUntil(),
                            sample.documents());
        }
    }

    /** @param agreed in hundredths of the unit */
    record AttributeResponse(
            String code,
            String nameZh,
            String nameEn,
            @Nullable String unit,
            long agreed) {
        static AttributeResponse of(Map.Entry<String, Long> agreed, List<QualityAttribute> schema) {
            return schema.stream()
                    .filter(attribute -> attribute.code().equals(agreed.getKey()))
                    .findFirst()
                    .map(attribute -> new AttributeResponse(
                            attribute.code(),
                            attribute.nameZh(),
                            attribute.nameEn(),
                            attribute.unit(),
                            agreed.getValue()))
                    .orElseGet(() -> new AttributeResponse(
                            agreed.getKey(), agreed.getKey(), agreed.getKey(), null, agreed.getValue()));
        }
    }

    /** @param values by attribute, in hundredths of the unit */
    record AssayResponse(
            Reader reader,
            String laboratory,
            Map<String, Long> values,
            List<HardReject> rejects,
            List<UUID> documentIds,
            Instant at) {
        static AssayResponse of(AssayReport report) {
            return new AssayResponse(
                    report.reader(),
                    report.laboratory(),
                    report.values(),
                    report.rejects().stream().sorted().toList(),
                    report.documents(),
                    report.at());
        }
    }

    /** @param laboratory null where nobody is chosen yet */
    record UmpireResponse(
            @Nullable String laboratory,
            @Nullable String bySeller,
            @Nullable String byBuyer) {}

    /** @param deadline when the state ends by itself; null once it has ended */
    record ClaimResponse(
            UUID id,
            ClaimState state,
            Instant since,
            @Nullable Instant deadline,
            @Nullable Remedy outcome,
            @Nullable FulfilmentCause ending,
            List<ClaimMove> moves) {
        static @Nullable ClaimResponse of(@Nullable Claim claim) {
            return claim == null
                    ? null
                    : new ClaimResponse(
                            claim.id(),
                            claim.state(),
                            claim.since(),
                            ClaimTimer.of(claim.state())
                                    .map(timer -> timer.ringsAt(claim.since()))
                                    .orElse(null),
                            claim.outcome(),
                            claim.ending(),
                            claim.moves());
        }
    }

    /**
     * How far a price is called. Quantities are grams.
     *
     * @param by who may call
     * @param deadline the last day; what is not called by then gets its fixing
     * @param nextDay the first day that can be called now; null where none can
     * @param series whose fixings count
     */
    record CallingResponse(
            Side by,
            LocalDate from,
            LocalDate deadline,
            long grams,
            long smallestGrams,
            long leftGrams,
            @Nullable LocalDate nextDay,
            List<String> series,
            List<PriceCallResponse> calls) {
        static @Nullable CallingResponse of(Seen seen) {
            var calling = seen.calling();
            return calling == null
                    ? null
                    : new CallingResponse(
                            calling.period().by(),
                            calling.period().from(),
                            calling.period().deadline(),
                            calling.period().grams(),
                            calling.period().smallestGrams(),
                            calling.left(),
                            seen.nextDay(),
                            List.copyOf(seen.performed()
                                    .deal()
                                    .settlement()
                                    .formula()
                                    .series()),
                            calling.calls().stream().map(PriceCallResponse::of).toList());
        }
    }

    /** @param at when the server took it; calls count in that order */
    record PriceCallResponse(int number, LocalDate day, long grams, Instant at) {
        static PriceCallResponse of(PriceCall call) {
            return new PriceCallResponse(
                    call.number(), call.part().day(), call.part().grams(), call.at());
        }
    }

    /** @param hash SHA-256 of the statement's text, which can be loaded */
    record StatementResponse(
            UUID id,
            int number,
            boolean isProvisional,
            Instant issuedAt,
            @Nullable Instant paidAt,
            long weight,
            long payableWeight,
            long price,
            Settlement.Money money,
            List<Line> lines,
            List<Finding> findings,
            List<Fixing> usedFixings,
            String hash) {
        static StatementResponse of(Statement statement) {
            var body = statement.body();
            return new StatementResponse(
                    statement.view().id(),
                    body.number(),
                    body.provisional(),
                    statement.view().issuedAt(),
                    statement.paidAt(),
                    body.weight(),
                    body.payableWeight(),
                    body.price(),
                    body.money(),
                    body.lines(),
                    body.findings(),
                    body.usedFixings(),
                    statement.view().hash());
        }
    }

    /** How far a reckoning came. */
    enum Outcome {
        RECKONED,
        /** The buyer may refuse the goods. */
        REFUSABLE,
        /** Something is missing. */
        NOT_YET
    }

    /** @param money null where there is no amount yet */
    record OutlookResponse(
            Outcome outcome,
            boolean isFinal,
            @Nullable Long weight,
            @Nullable Long price,
            Settlement.@Nullable Money money,
            List<Line> lines,
            List<Finding> findings) {
        static OutlookResponse of(Settlement settlement) {
            return switch (settlement) {
                case Settlement.Reckoned reckoned ->
                    new OutlookResponse(
                            Outcome.RECKONED,
                            reckoned.isFinal(),
                            reckoned.weight(),
                            reckoned.price(),
                            reckoned.money(),
                            reckoned.lines(),
                            reckoned.findings());
                case Settlement.Refusable refusable ->
                    new OutlookResponse(
                            Outcome.REFUSABLE, false, null, null, null, refusable.lines(), refusable.findings());
                case Settlement.NotYet notYet ->
                    new OutlookResponse(Outcome.NOT_YET, false, null, null, null, notYet.lines(), notYet.findings());
            };
        }
    }
}
