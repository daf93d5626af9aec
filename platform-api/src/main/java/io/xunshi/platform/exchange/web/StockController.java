package io.xunshi.platform.exchange.web;

import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.exchange.Source;
import io.xunshi.platform.exchange.domain.StockAccount;
import io.xunshi.platform.exchange.domain.StockMovement;
import io.xunshi.platform.exchange.domain.StockPosition;
import io.xunshi.platform.exchange.usecase.KeepStock;
import io.xunshi.platform.exchange.usecase.KeepStock.Correction;
import io.xunshi.platform.exchange.usecase.KeepStock.Receipt;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.ForMachines;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.http.Scope;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.organisation.OrganisationId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
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

/** What an organisation has (库存), for its members. */
@RestController
@RequestMapping("/api/v1/organisations/{id}")
class StockController {
    private final KeepStock keepStock;

    StockController(KeepStock keepStock) {
        this.keepStock = keepStock;
    }

    /** Something was weighed or counted in. */
    @PostMapping("/stock-receipts")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER})
    @RequireIdempotencyKey
    Mono<AccountResponse> receive(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable("id") UUID organisation,
            @Valid @RequestBody ReceiptRequest request) {
        return keepStock
                .receive(who.id(), new OrganisationId(organisation), request.receipt())
                .map(AccountResponse::of);
    }

    /** A count found more or less than the account says. */
    @PostMapping("/stock-corrections")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER})
    @RequireIdempotencyKey
    Mono<AccountResponse> correct(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable("id") UUID organisation,
            @Valid @RequestBody CorrectionRequest request) {
        return keepStock
                .correct(who.id(), new OrganisationId(organisation), request.correction())
                .map(AccountResponse::of);
    }

    @GetMapping("/stock")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER, Scope.FINANCE})
    Mono<StockAccounts> accounts(@AuthenticationPrincipal SignedIn who, @PathVariable("id") UUID organisation) {
        return keepStock
                .accounts(who.id(), new OrganisationId(organisation))
                .map(accounts -> new StockAccounts(
                        accounts.stream().map(AccountResponse::of).toList()));
    }

    /** What is free, offered and reserved of each material. */
    @GetMapping("/stock-positions")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER, Scope.FINANCE})
    Mono<StockPositions> positions(@AuthenticationPrincipal SignedIn who, @PathVariable("id") UUID organisation) {
        return keepStock.positions(who.id(), new OrganisationId(organisation)).map(StockPositions::new);
    }

    /** Newest first. */
    @GetMapping("/stock-movements")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER, Scope.FINANCE})
    Mono<Page<MovementResponse>> movements(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable("id") UUID organisation,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return keepStock
                .movements(who.id(), new OrganisationId(organisation), Cursor.decode(cursor), limit)
                .map(page -> page.map(MovementResponse::of));
    }

    /**
     * @param quantity grams or pieces
     * @param reference the number of the paper receipt
     * @param happenedOn in the city's time, not after today
     */
    record ReceiptRequest(
            @NotNull @Size(max = 40) @Pattern(regexp = PlainText.LINE)
            String materialCode,

            @NotNull Long quantity,
            @NotNull Source source,

            @NotBlank @Size(max = 60) @Pattern(regexp = PlainText.LINE)
            String reference,

            @NotNull LocalDate happenedOn) {
        Receipt receipt() {
            return new Receipt(materialCode, quantity, source, reference.strip(), happenedOn);
        }
    }

    /** @param quantity grams or pieces; negative where less is there */
    record CorrectionRequest(
            @NotNull @Size(max = 40) @Pattern(regexp = PlainText.LINE)
            String materialCode,

            @NotNull Long quantity,

            @NotBlank @Size(max = 200) @Pattern(regexp = PlainText.LINE)
            String reason) {
        Correction correction() {
            return new Correction(materialCode, quantity, reason.strip());
        }
    }

    /**
     * @param onHand grams or pieces, as <code>measure</code> says
     * @param offered what lots promise of it
     * @param free what may still be offered
     */
    record AccountResponse(String materialCode, Measure measure, long onHand, long offered, long free) {
        static AccountResponse of(StockAccount account) {
            return new AccountResponse(
                    account.materialCode(), account.measure(), account.onHand(), account.offered(), account.free());
        }
    }

    record StockPositions(List<StockPosition> items) {}

    record StockAccounts(List<AccountResponse> items) {}

    /**
     * @param quantity negative for what left
     * @param reference a receipt's number, a correction's reason, the code of a sold lot or of a batch
     * @param lotId null unless a lot was sold
     */
    record MovementResponse(
            UUID id,
            String materialCode,
            StockMovement.Kind kind,
            long quantity,
            @Nullable Source source,
            String reference,
            LocalDate happenedOn,
            @Nullable UUID lotId,
            Instant enteredAt) {
        static MovementResponse of(StockMovement movement) {
            var lot = movement.lot();
            return new MovementResponse(
                    movement.id(),
                    movement.materialCode(),
                    movement.kind(),
                    movement.quantity(),
                    movement.source(),
                    movement.reference(),
                    movement.happenedOn(),
                    lot == null ? null : lot.value(),
                    movement.enteredAt());
        }
    }
}
