package io.xunshi.platform.invoicing.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.ForMachines;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.http.Scope;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.invoicing.domain.BatchDocument;
import io.xunshi.platform.invoicing.usecase.BatchTable;
import io.xunshi.platform.invoicing.usecase.ExportBatch;
import io.xunshi.platform.invoicing.usecase.FindBatches;
import io.xunshi.platform.invoicing.web.InvoiceBatchResponse.OwnerResponse;
import io.xunshi.platform.invoicing.web.InvoiceBatchResponse.TableResponse;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.organisation.OrganisationId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import tools.jackson.databind.json.JsonMapper;

/** Batches of invoices for other books, and the regulator's look at them. */
@RestController
@RequestMapping("/api/v1")
class InvoiceBatchController {
    private final ExportBatch exportBatch;
    private final FindBatches findBatches;

    InvoiceBatchController(ExportBatch exportBatch, FindBatches findBatches) {
        this.exportBatch = exportBatch;
        this.findBatches = findBatches;
    }

    /** What the organisation issued on these days; what does not agree in all four flows is refused, each with why. */
    @PostMapping("/organisations/{id}/invoice-batches")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.FINANCE)
    @RequireIdempotencyKey
    Mono<TableResponse> export(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody DaysRequest request) {
        return exportBatch
                .export(who.id(), new OrganisationId(id), request.firstDay(), request.lastDay())
                .map(TableResponse::of);
    }

    /** Newest first. */
    @GetMapping("/organisations/{id}/invoice-batches")
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.FINANCE)
    Mono<Page<InvoiceBatchResponse>> ofOrganisation(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return findBatches
                .ofOrganisation(who.id(), new OrganisationId(id), Cursor.decode(cursor), limit)
                .map(page -> page.map(InvoiceBatchResponse::of));
    }

    @GetMapping("/invoice-batches/{id}")
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.FINANCE)
    Mono<TableResponse> read(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return findBatches.table(who.id(), id).map(TableResponse::of);
    }

    /** UTF-8 with its mark, RFC 4180; a line for each line of an invoice. */
    @GetMapping("/invoice-batches/{id}/invoices.csv")
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.FINANCE)
    Mono<ResponseEntity<String>> csv(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return findBatches
                .table(who.id(), id)
                .map(table -> documentOf(table).table().attached(nameOf(table, "csv")));
    }

    /** As <code>docs/schemas/invoice-batch.schema.json</code> describes it; the batch has its SHA-256. */
    @GetMapping("/invoice-batches/{id}/invoices.json")
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.FINANCE)
    Mono<ResponseEntity<String>> json(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return findBatches
                .table(who.id(), id)
                .map(table -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(nameOf(table, "json"))
                                        .build()
                                        .toString())
                        .body(table.document()));
    }

    /** Of all organisations, newest first. */
    @GetMapping("/oversight/invoice-batches")
    @Access(Caller.REGULATOR)
    Mono<Page<OwnedResponse>> ofAll(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return findBatches
                .ofAll(Cursor.decode(cursor), limit)
                .map(page -> page.map(owned -> new OwnedResponse(
                        InvoiceBatchResponse.of(owned.batch()), OwnerResponse.of(owned.organisation()))));
    }

    /** Whether contract, goods, money and invoice of each invoice of a batch agree. */
    @GetMapping("/oversight/invoice-batches/{id}")
    @Access(Caller.REGULATOR)
    Mono<TableResponse> inspect(@PathVariable UUID id) {
        return findBatches.anyTable(id).map(TableResponse::withoutPeople);
    }

    private static BatchDocument documentOf(BatchTable table) {
        return JsonMapper.shared().readValue(table.document(), BatchDocument.class);
    }

    private static String nameOf(BatchTable table, String ending) {
        return "invoices-%s-%s.%s"
                .formatted(table.batch().firstDay(), table.batch().lastDay(), ending);
    }

    /** @param lastDay itself included, at most a year after the first */
    record DaysRequest(@NotNull LocalDate firstDay, @NotNull LocalDate lastDay) {}

    record OwnedResponse(InvoiceBatchResponse batch, OwnerResponse organisation) {}
}
