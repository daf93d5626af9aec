package io.xunshi.platform.exchange.web;

import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.exchange.domain.AssayReport;
import io.xunshi.platform.exchange.usecase.AttachAssayReport;
import io.xunshi.platform.exchange.usecase.AttachAssayReport.NewReport;
import io.xunshi.platform.exchange.usecase.ReadAssayReports;
import io.xunshi.platform.exchange.usecase.ReadAssayReports.Attached;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.ForMachines;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.http.Scope;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.media.DocumentAnswer;
import io.xunshi.platform.media.DocumentId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 检验报告: everybody reads what laboratories found in a lot, its seller attaches it. */
@RestController
@RequestMapping("/api/v1/lots/{id}/assay-reports")
class AssayReportController {
    private final AttachAssayReport attachAssayReport;
    private final ReadAssayReports readAssayReports;

    AssayReportController(AttachAssayReport attachAssayReport, ReadAssayReports readAssayReports) {
        this.attachAssayReport = attachAssayReport;
        this.readAssayReports = readAssayReports;
    }

    /** In the order in which they were attached. */
    @GetMapping
    @Access(Caller.PUBLIC)
    Mono<AssayReportList> reports(@PathVariable UUID id) {
        return readAssayReports.findOf(new LotId(id)).map(AssayReportList::of);
    }

    /** The paper. It names people who work in the laboratory, so whoever reads it has signed in. */
    @GetMapping("/{report}/file")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER, Scope.FINANCE})
    Mono<ResponseEntity<byte[]>> file(@PathVariable UUID id, @PathVariable UUID report) {
        return readAssayReports.file(new LotId(id), report).map(DocumentAnswer::of);
    }

    /** While nobody holds the lot. Its hash goes to the transparency log. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    @Limited("lot-files")
    @RequireIdempotencyKey
    Mono<AssayReportList> attach(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody AttachedReport request) {
        return attachAssayReport
                .attach(who.id(), new LotId(id), request.report())
                .then(readAssayReports.findOf(new LotId(id)))
                .map(AssayReportList::of);
    }

    /** While nobody holds the lot. The log keeps that it was there. */
    @DeleteMapping("/{report}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    Mono<Void> detach(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @PathVariable UUID report) {
        return attachAssayReport.detach(who.id(), new LotId(id), report);
    }

    /**
     * A report to attach.
     *
     * @param number as the laboratory gave it
     * @param issuedOn the day on the paper, within the past year
     * @param readings what it found, by quality attributes of the lot's material; may be empty
     * @param documentId of a PDF or a picture that the caller uploaded
     */
    record AttachedReport(
            @NotBlank @Size(max = 80) @Pattern(regexp = PlainText.LINE)
            String laboratory,

            @NotBlank @Size(max = 60) @Pattern(regexp = PlainText.LINE)
            String number,

            @NotNull LocalDate issuedOn,

            @NotNull @Size(max = 60)
            Map<@NotNull @Size(max = 40) String, @NotNull @Size(max = 200) @Pattern(regexp = PlainText.LINE) String>
                    readings,

            @NotNull UUID documentId) {
        NewReport report() {
            return new NewReport(laboratory, number, issuedOn, readings, new DocumentId(documentId));
        }
    }

    record AssayReportList(List<AssayReportResponse> items) {
        static AssayReportList of(Attached attached) {
            return new AssayReportList(attached.reports().stream()
                    .map(report -> AssayReportResponse.of(report, attached.lot()))
                    .toList());
        }
    }

    /**
     * A report of a lot.
     *
     * @param name of the file
     * @param sha256 of the file, hexadecimal
     * @param seal what stands in the transparency log as the snapshot of its record: SHA-256 of the lot's code,
     *     laboratory, number, day, readings and the hash of the file
     */
    record AssayReportResponse(
            UUID id,
            String laboratory,
            String number,
            LocalDate issuedOn,
            Map<String, String> readings,
            String name,
            String mediaType,
            long sizeBytes,
            String sha256,
            String seal,
            Instant addedAt) {
        static AssayReportResponse of(AssayReport report, String lot) {
            var paper = report.document();
            return new AssayReportResponse(
                    report.id(),
                    report.laboratory(),
                    report.number(),
                    report.issuedOn(),
                    report.readings(),
                    paper.name(),
                    paper.mediaType(),
                    paper.sizeBytes(),
                    paper.sha256(),
                    report.seal(lot),
                    report.addedAt());
        }
    }
}
