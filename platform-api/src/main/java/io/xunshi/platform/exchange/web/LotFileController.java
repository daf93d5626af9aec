package io.xunshi.platform.exchange.web;

import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.exchange.domain.TableCell;
import io.xunshi.platform.exchange.usecase.ExportLots;
import io.xunshi.platform.exchange.usecase.ExportLots.Table;
import io.xunshi.platform.exchange.usecase.ExportLots.Template;
import io.xunshi.platform.exchange.usecase.ImportLots;
import io.xunshi.platform.exchange.usecase.ImportLots.Outcome;
import io.xunshi.platform.exchange.usecase.ImportLots.Result;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.CsvFile;
import io.xunshi.platform.http.FieldError;
import io.xunshi.platform.http.ForMachines;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.http.NewBusiness;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.http.RefusalTexts;
import io.xunshi.platform.http.Scope;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.organisation.OrganisationId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Lots as tables: out as CSV or XLSX, in again row by row. */
@RestController
@RequestMapping("/api/v1")
class LotFileController {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final String LANGUAGES = "zh-CN|en";

    private final ImportLots importLots;
    private final ExportLots exportLots;
    private final RefusalTexts refusalTexts;

    LotFileController(ImportLots importLots, ExportLots exportLots, RefusalTexts refusalTexts) {
        this.importLots = importLots;
        this.exportLots = exportLots;
        this.refusalTexts = refusalTexts;
    }

    /**
     * Offers what can be offered. A file that is sent again offers nothing twice: rows are known by their reference.
     */
    @PostMapping("/organisations/{id}/lot-imports")
    @NewBusiness
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    @Limited("lot-files")
    Mono<LotImport> run(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable("id") UUID organisation,
            @Valid @RequestBody LotFile request,
            Locale preferred) {
        return importLots
                .run(who.id(), new OrganisationId(organisation), request.file())
                .map(outcomes -> imported(outcomes, preferred));
    }

    /** What an import would come to. Nothing is changed. */
    @PostMapping("/organisations/{id}/lot-import-trials")
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    @Limited("lot-files")
    Mono<LotImport> rehearse(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable("id") UUID organisation,
            @Valid @RequestBody LotFile request,
            Locale preferred) {
        return importLots
                .rehearse(who.id(), new OrganisationId(organisation), request.file())
                .map(outcomes -> imported(outcomes, preferred));
    }

    /**
     * An organisation's lots in whatever state, the 2,000 newest.
     *
     * @param lang of headings and words, <code>zh-CN</code> or <code>en</code>
     */
    @GetMapping("/organisations/{id}/lot-export")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER, Scope.FINANCE})
    @Limited("lot-files")
    Mono<ResponseEntity<byte[]>> export(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable("id") UUID organisation,
            @RequestParam(defaultValue = "XLSX") Format format,
            @RequestParam(defaultValue = "zh-CN") @Pattern(regexp = LANGUAGES) String lang) {
        return exportLots
                .export(who.id(), new OrganisationId(organisation), Locale.forLanguageTag(lang))
                .map(table -> switch (format) {
                    case CSV -> attached("lots.csv", CSV, csv(table));
                    case XLSX ->
                        attached(
                                "lots.xlsx",
                                XLSX,
                                new XlsxFile().sheet("Lots", table, 16).bytes());
                });
    }

    /**
     * The table to fill in; the workbook says on its second sheet what each column is for.
     *
     * @param grade whose quality has columns, too
     * @param lang of headings and words, <code>zh-CN</code> or <code>en</code>
     */
    @GetMapping("/lot-template")
    @Access(Caller.PUBLIC)
    Mono<ResponseEntity<byte[]>> template(
            @RequestParam(defaultValue = "XLSX") Format format,
            @RequestParam(required = false) @Nullable @Size(max = 40) @Pattern(regexp = PlainText.LINE) String grade,
            @RequestParam(defaultValue = "zh-CN") @Pattern(regexp = LANGUAGES) String lang) {
        return exportLots
                .template(grade, Locale.forLanguageTag(lang))
                .publishOn(Schedulers.boundedElastic())
                .map(template -> switch (format) {
                    case CSV -> attached("lot-template.csv", CSV, csv(template.table()));
                    case XLSX -> attached("lot-template.xlsx", XLSX, workbook(template));
                });
    }

    private static byte[] workbook(Template template) {
        return new XlsxFile()
                .sheet("Lots", template.table(), 16)
                .sheet("Notes", template.notes(), 24, 90)
                .bytes();
    }

    private static byte[] csv(Table table) {
        var file = new CsvFile();
        table.rows()
                .forEach(row ->
                        file.row(row.stream().map(LotFileController::plain).toArray()));
        return file.text().getBytes(StandardCharsets.UTF_8);
    }

    private static Object plain(TableCell cell) {
        return switch (cell) {
            case TableCell.Words(var text) -> text;
            case TableCell.Number(var value) -> value;
        };
    }

    private static ResponseEntity<byte[]> attached(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }

    private LotImport imported(List<Outcome> outcomes, Locale preferred) {
        return new LotImport(outcomes.stream()
                .map(outcome -> ImportedRow.of(outcome, faultsOf(outcome, preferred)))
                .toList());
    }

    private List<RowFault> faultsOf(Outcome outcome, Locale preferred) {
        var refused = outcome.refused();
        return refused == null
                ? List.of()
                : refusalTexts.inWords(refused, preferred).stream()
                        .map(fault -> RowFault.of(fault, outcome))
                        .toList();
    }

    enum Format {
        CSV,
        XLSX
    }

    /** @param file CSV (UTF-8 or GB18030) or XLSX, in Base64; at most 180,000 bytes and 200 rows */
    record LotFile(@NotNull byte[] file) {
        LotFile {
            file = file == null ? new byte[0] : file.clone();
        }

        @Override
        public byte[] file() {
            return file.clone();
        }
    }

    /** A file, row by row. */
    record LotImport(List<ImportedRow> rows) {}

    /**
     * What became of a row.
     *
     * @param row its number in the file, from 1
     * @param reference the seller's own
     * @param lotId of the lot that was offered, or is there already
     */
    record ImportedRow(
            int row,
            String reference,
            String title,
            Result result,
            @Nullable UUID lotId,
            List<RowFault> faults) {
        static ImportedRow of(Outcome outcome, List<RowFault> faults) {
            LotId lot = outcome.lot();
            return new ImportedRow(
                    outcome.row(),
                    outcome.reference(),
                    outcome.title(),
                    outcome.result(),
                    lot == null ? null : lot.value(),
                    faults);
        }
    }

    /**
     * What is wrong with a row.
     *
     * @param column its heading in the file; empty for what is about the whole row
     * @param field as the request for a lot names it; empty for what is about the whole row
     * @param code a stable word for what is wrong
     * @param message what to do, in the reader's language
     */
    record RowFault(String column, String field, String code, String message) {
        static RowFault of(FieldError fault, Outcome outcome) {
            return new RowFault(outcome.headings().of(fault.field()), fault.field(), fault.code(), fault.message());
        }
    }
}
