package io.xunshi.platform.messaging.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.messaging.domain.ReportOutcome;
import io.xunshi.platform.messaging.domain.ReportReason;
import io.xunshi.platform.messaging.domain.WaitingReport;
import io.xunshi.platform.messaging.usecase.DecideReport;
import io.xunshi.platform.messaging.usecase.DecideReport.NamedReport;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Reported conversations that wait for a moderator. */
@RestController
@RequestMapping("/api/v1/moderation/reports")
class ReportedConversationController {
    private final DecideReport decideReport;

    ReportedConversationController(DecideReport decideReport) {
        this.decideReport = decideReport;
    }

    /** The longest waiting first, without those that the moderator is part of. */
    @GetMapping
    @Access(Caller.MODERATOR)
    Mono<Page<WaitingReportResponse>> waiting(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return decideReport
                .findFor(who.id(), Cursor.decode(cursor), limit)
                .map(page -> page.map(WaitingReportResponse::of));
    }

    /** Who is muted writes to nobody for 7 days, and for 30 days when it happens again within a year. */
    @PostMapping("/{id}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.MODERATOR)
    @RequireIdempotencyKey
    Mono<Void> decide(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @Valid @RequestBody ReportDecisionRequest request) {
        return decideReport.decide(
                who.id(), id, request.outcome(), request.answer().strip());
    }

    /**
     * @param reporterName empty where the account is gone; so are the others
     * @param remark empty where the reporter wrote nothing
     * @param lines what was said last when the report was made, oldest first
     * @param untouched whether the lines are still what they were then
     * @param earlier how often the reported person was warned or muted within a year
     */
    record WaitingReportResponse(
            UUID id,
            UUID reporterId,
            String reporterName,
            UUID reportedId,
            String reportedName,
            String listingTitle,
            ReportReason reason,
            String remark,
            List<LineResponse> lines,
            boolean untouched,
            long earlier,
            Instant reportedAt) {

        static WaitingReportResponse of(NamedReport named) {
            var report = named.report();
            return new WaitingReportResponse(
                    report.id(),
                    report.reporter().value(),
                    named.nameOf(report.reporter()),
                    report.reported().value(),
                    named.nameOf(report.reported()),
                    report.listingTitle(),
                    report.reason(),
                    report.remark(),
                    report.excerpt().stream()
                            .map(line -> LineResponse.of(line, report))
                            .toList(),
                    report.isUntouched(),
                    report.earlier(),
                    report.at());
        }
    }

    /** @param reported whether the reported person said it */
    record LineResponse(boolean reported, String text, int photos, Instant at) {
        static LineResponse of(WaitingReport.Line line, WaitingReport report) {
            return new LineResponse(line.sender().equals(report.reported()), line.text(), line.photos(), line.at());
        }
    }

    /** @param answer what both of the two are told */
    record ReportDecisionRequest(
            @NotNull ReportOutcome outcome,

            @NotBlank @Size(max = 300) @Pattern(regexp = "[^\\p{Cc}\\p{Cs}\\p{Co}&&[^\\n\\r\\t]]*")
            String answer) {}
}
