package io.xunshi.platform.clearing.web;

import io.xunshi.platform.clearing.BillKind;
import io.xunshi.platform.clearing.BillState;
import io.xunshi.platform.clearing.domain.Bill;
import io.xunshi.platform.clearing.usecase.FindBills;
import io.xunshi.platform.clearing.usecase.PayBill;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.ForMachines;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.http.Scope;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.organisation.OrganisationId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a buyer owes for a deal (货款), for the two sides. */
@RestController
@RequestMapping("/api/v1")
class DealMoneyController {
    private final FindBills findBills;
    private final PayBill payBill;
    private final Clock clock;

    DealMoneyController(FindBills findBills, PayBill payBill, Clock clock) {
        this.findBills = findBills;
        this.payBill = payBill;
        this.clock = clock;
    }

    /** The oldest first; none for who is of neither side. */
    @GetMapping("/deals/{id}/bills")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER, Scope.FINANCE})
    Mono<BillsResponse> ofDeal(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return findBills
                .findOf(who.id(), new DealId(id))
                .map(bills ->
                        new BillsResponse(bills.stream().map(this::response).toList()));
    }

    @GetMapping("/deal-bills/{id}")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER, Scope.FINANCE})
    Mono<BillResponse> read(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return findBills.find(who.id(), id).map(this::response);
    }

    /** Has the caller pay it at the provider; the same again for whoever tries it again. */
    @PostMapping("/deal-bills/{id}/payment")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.FINANCE})
    @RequireIdempotencyKey
    Mono<BillPaymentResponse> pay(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return payBill.pay(who.id(), id).map(paid -> new BillPaymentResponse(response(paid.bill()), paid.payUrl()));
    }

    /** What an organisation owes or is owed, newest first. */
    @GetMapping("/organisations/{id}/bills")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.FINANCE})
    Mono<Page<BillResponse>> ofOrganisation(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable("id") UUID organisation,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return findBills
                .findOf(who.id(), new OrganisationId(organisation), Cursor.decode(cursor), limit)
                .map(page -> page.map(this::response));
    }

    private BillResponse response(Bill bill) {
        return BillResponse.of(bill, clock.instant());
    }

    /**
     * A bill.
     *
     * @param statementId null for what is paid before loading
     * @param isFinal it is of the last statement
     * @param refunded of what was paid, what went back
     * @param isLate it should have been paid by now
     */
    record BillResponse(
            UUID id,
            UUID dealId,
            String dealCode,
            UUID sellerId,
            UUID buyerId,
            BillKind kind,
            @Nullable UUID statementId,
            boolean isFinal,
            Money amount,
            Money refunded,
            BillState state,
            Instant dueBy,
            boolean isLate) {

        static BillResponse of(Bill bill, Instant now) {
            return new BillResponse(
                    bill.id(),
                    bill.deal().value(),
                    bill.dealCode(),
                    bill.seller().value(),
                    bill.buyer().value(),
                    bill.kind(),
                    bill.statement(),
                    bill.isFinal(),
                    bill.amount(),
                    bill.refunded(),
                    bill.state(),
                    bill.dueBy(),
                    bill.isLateAt(now));
        }
    }

    record BillsResponse(List<BillResponse> items) {}

    /** @param payUrl where it is paid; null until the provider has answered */
    record BillPaymentResponse(BillResponse bill, @Nullable String payUrl) {}
}
