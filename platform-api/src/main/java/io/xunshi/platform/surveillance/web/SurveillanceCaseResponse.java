package io.xunshi.platform.surveillance.web;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.surveillance.domain.CaseState;
import io.xunshi.platform.surveillance.domain.ClosingReason;
import io.xunshi.platform.surveillance.domain.Detector;
import io.xunshi.platform.surveillance.domain.Finding.Evidence;
import io.xunshi.platform.surveillance.domain.Finding.Figure;
import io.xunshi.platform.surveillance.domain.Severity;
import io.xunshi.platform.surveillance.domain.SurveillanceCase;
import io.xunshi.platform.surveillance.domain.SurveillanceCase.CaseNote;
import io.xunshi.platform.surveillance.domain.SurveillanceCase.CaseStep;
import io.xunshi.platform.surveillance.usecase.WorkOnCase.Names;
import io.xunshi.platform.surveillance.usecase.WorkOnCase.WholeCase;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case, whole.
 *
 * @param next the states that may follow
 * @param closingBy the account that asked for its closing, which another one confirms; null where nobody did
 * @param evidenceHash SHA-256 over the evidence in its order, all of each fact, hexadecimal
 * @param evidence the facts, in the order in which they happened
 */
record SurveillanceCaseResponse(
        SummaryResponse summary,
        List<CaseState> next,
        @Nullable UUID closingBy,
        String evidenceHash,
        List<FigureResponse> figures,
        List<EvidenceResponse> evidence,
        List<StepResponse> steps,
        List<NoteResponse> notes) {

    static SurveillanceCaseResponse of(WholeCase whole) {
        var found = whole.found();
        var finding = found.finding();
        var closingBy = found.closingBy();
        return new SurveillanceCaseResponse(
                SummaryResponse.of(found, whole.names()),
                found.state().next(finding.severity()).stream()
                        .sorted(Comparator.naturalOrder())
                        .toList(),
                closingBy == null ? null : closingBy.value(),
                found.evidenceHash(),
                finding.figures().stream().map(FigureResponse::of).toList(),
                finding.evidence().stream()
                        .map(fact -> EvidenceResponse.of(fact, whole.names()))
                        .toList(),
                whole.steps().stream()
                        .map(step -> StepResponse.of(step, whole.names()))
                        .toList(),
                whole.notes().stream()
                        .map(note -> NoteResponse.of(note, whole.names()))
                        .toList());
    }

    private static String nameOf(@Nullable AccountId officer, Names names) {
        return officer == null ? "" : names.officers().getOrDefault(officer, "");
    }

    /**
     * A case in a list.
     *
     * @param subject what it is about: a material's code, a plate, a scale's number
     * @param score in the detector's own unit
     * @param threshold from which on it is an alert
     * @param reason null before somebody wants to close it
     * @param assigneeName empty before somebody works on it
     */
    record SummaryResponse(
            UUID id,
            Detector detector,
            String ruleVersion,
            Severity severity,
            CaseState state,
            String subject,
            double score,
            double threshold,
            List<FirmResponse> organisations,
            @Nullable ClosingReason reason,
            String assigneeName,
            Instant raisedAt) {

        static SummaryResponse of(SurveillanceCase found, Names names) {
            var finding = found.finding();
            return new SummaryResponse(
                    found.id(),
                    finding.detector(),
                    found.ruleVersion(),
                    finding.severity(),
                    found.state(),
                    finding.subject(),
                    finding.score(),
                    finding.threshold(),
                    finding.organisations().stream()
                            .map(firm -> FirmResponse.of(firm, names))
                            .toList(),
                    found.reason(),
                    nameOf(found.assignee(), names),
                    found.raisedAt());
        }
    }

    /** @param name empty where it is not known any more */
    record FirmResponse(UUID id, String name) {

        static FirmResponse of(OrganisationId id, Names names) {
            return new FirmResponse(id.value(), names.organisations().getOrDefault(id, ""));
        }
    }

    /** A part of the score, or what it was reckoned from; shares are of one. */
    record FigureResponse(Figure.Name name, double value) {

        static FigureResponse of(Figure figure) {
            return new FigureResponse(figure.name(), figure.value());
        }
    }

    /**
     * A fact.
     *
     * @param tradeId by which the desk opens the trade, with its records in the log
     * @param hash of the step, SHA-256, hexadecimal
     * @param from who sold, weighed or bid
     * @param value grams, pieces, fen for a tonne or a count, whatever the detector looks at
     */
    record EvidenceResponse(
            UUID tradeId,
            String code,
            Instant at,
            String hash,
            @Nullable FirmResponse from,
            @Nullable FirmResponse to,
            long value) {

        static EvidenceResponse of(Evidence fact, Names names) {
            var from = fact.from();
            var to = fact.to();
            return new EvidenceResponse(
                    fact.trade(),
                    fact.code(),
                    fact.at(),
                    fact.hash(),
                    from == null ? null : FirmResponse.of(from, names),
                    to == null ? null : FirmResponse.of(to, names),
                    fact.value());
        }
    }

    /** @param officerName empty for the detector's own step */
    record StepResponse(
            CaseState state,
            Instant at,
            String officerName,
            @Nullable ClosingReason reason,
            String words) {

        static StepResponse of(CaseStep step, Names names) {
            return new StepResponse(
                    step.state(), step.at(), nameOf(step.officer(), names), step.reason(), step.words());
        }
    }

    record NoteResponse(
            UUID id,
            Instant at,
            String officerName,
            String words,
            @Nullable String documentSha256) {

        static NoteResponse of(CaseNote note, Names names) {
            return new NoteResponse(
                    note.id(), note.at(), nameOf(note.officer(), names), note.words(), note.documentSha256());
        }
    }
}
