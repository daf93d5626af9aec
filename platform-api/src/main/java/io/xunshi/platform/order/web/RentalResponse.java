package io.xunshi.platform.order.web;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ConditionReport;
import io.xunshi.platform.listing.RentalTerms;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.media.PhotoResponse;
import io.xunshi.platform.media.PhotoView;
import io.xunshi.platform.order.ExtensionState;
import io.xunshi.platform.order.RentalPhase;
import io.xunshi.platform.order.RentalSide;
import io.xunshi.platform.order.RentalState;
import io.xunshi.platform.order.domain.ConditionRecord;
import io.xunshi.platform.order.domain.DamageClaim;
import io.xunshi.platform.order.domain.Rental;
import io.xunshi.platform.order.domain.RentalStep;
import io.xunshi.platform.order.domain.RentalTimer;
import io.xunshi.platform.order.usecase.FindRentals.ShownExtension;
import io.xunshi.platform.order.usecase.FindRentals.WholeRental;
import io.xunshi.platform.payment.PaymentState;
import io.xunshi.platform.payment.PaymentView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rental as one of its sides sees it.
 *
 * @param side the reader's; null for an officer
 * @param ownerNet what the owner gets of the rent
 * @param lateFee what being late costs out of the deposit; zero until the thing is back
 * @param damage what the owner gets for damage out of the deposit; zero until that is settled
 * @param depositBack what the tenant gets of the deposit, as far as it is known
 * @param depositReturned whether the provider has given it back
 * @param payUrl the tenant's, while there is something to pay
 * @param pickupCode the tenant's, until the thing is handed over
 * @param returnCode the owner's, while the tenant has the thing
 * @param actions what the reader may do now
 * @param steps what happened, oldest first; empty in lists
 * @param condition what each side wrote down of the thing, oldest first; empty in lists
 * @param claim null where nothing is claimed, and in lists
 * @param extension the newest; null where there never was one, and in lists
 */
record RentalResponse(
        UUID id,
        String code,
        RentalState state,
        @Nullable RentalSide side,
        Lent listing,
        LocalDate firstDay,
        LocalDate lastDay,
        int days,
        RentalTerms terms,
        Money rent,
        Money fee,
        Money ownerNet,
        Money deposit,
        Money total,
        Money lateFee,
        Money damage,
        Money depositBack,
        boolean depositReturned,
        Party tenant,
        Party owner,
        @Nullable Deadline deadline,
        @Nullable PaymentState payment,
        @Nullable String payUrl,
        @Nullable String pickupCode,
        @Nullable String returnCode,
        String snapshotHash,
        List<RentalAction> actions,
        List<StepResponse> steps,
        List<ConditionResponse> condition,
        @Nullable ClaimResponse claim,
        @Nullable ExtensionResponse extension,
        Instant placedAt) {

    /** For one of the two sides. */
    static RentalResponse of(WholeRental whole, AccountId reader) {
        return of(whole, whole.rental().sideOf(reader));
    }

    /** For an officer, who is shown no code and can do nothing but decide. */
    static RentalResponse ofContested(WholeRental whole) {
        return of(whole, (RentalSide) null);
    }

    private static RentalResponse of(WholeRental whole, @Nullable RentalSide side) {
        var rental = whole.rental();
        return new RentalResponse(
                rental.id().value(),
                rental.code(),
                rental.state(),
                side,
                Lent.of(whole),
                rental.days().first(),
                rental.days().last(),
                rental.days().count(),
                rental.terms(),
                rental.rent(),
                rental.fee(),
                rental.rent().minus(rental.fee()),
                rental.deposit(),
                rental.total(),
                rental.lateFee(),
                rental.damage(),
                rental.depositBack(),
                isDepositReturned(rental),
                Party.of(rental.tenant(), whole.people()),
                Party.of(rental.owner(), whole.people()),
                Deadline.of(rental),
                whole.payment() == null ? null : whole.payment().state(),
                payUrlOf(rental, side, whole.payment()),
                side == RentalSide.TENANT && rental.state() == RentalState.PAID ? rental.pickupCode() : null,
                side == RentalSide.OWNER && isAway(rental) ? rental.returnCode() : null,
                rental.snapshot().hash(),
                side == null ? List.of() : actionsOf(whole, side),
                whole.steps().stream().map(StepResponse::of).toList(),
                whole.condition().stream()
                        .map(record -> ConditionResponse.of(record, whole.pictures()))
                        .toList(),
                ClaimResponse.of(whole.claim(), whole.pictures()),
                ExtensionResponse.of(whole.extension(), side),
                rental.placedAt());
    }

    private static List<RentalAction> actionsOf(WholeRental whole, RentalSide side) {
        var state = whole.rental().state();
        var extension = whole.extension();
        return state == RentalState.HANDED_OVER && !whole.steps().isEmpty()
                ? Stream.concat(
                                RentalAction.of(state, side).stream(),
                                RentalAction.ofExtension(
                                        extension == null
                                                ? null
                                                : extension.extension().state(),
                                        side)
                                        .stream())
                        .toList()
                : RentalAction.of(state, side);
    }

    private static boolean isDepositReturned(Rental rental) {
        return rental.state() == RentalState.SETTLED && rental.depositBack().isPositive();
    }

    private static boolean isAway(Rental rental) {
        return rental.state() == RentalState.HANDED_OVER || rental.state() == RentalState.OVERDUE;
    }

    private static @Nullable String payUrlOf(Rental rental, @Nullable RentalSide side, @Nullable PaymentView payment) {
        return side == RentalSide.TENANT && rental.state() == RentalState.AWAITING_PAYMENT && payment != null
                ? payment.payUrl()
                : null;
    }

    private static List<PhotoResponse> shown(List<PhotoId> photos, Map<PhotoId, PhotoView> pictures) {
        return photos.stream()
                .map(pictures::get)
                .filter(Objects::nonNull)
                .map(PhotoResponse::of)
                .toList();
    }

    /** @param kind which timer runs */
    record Deadline(RentalTimer kind, Instant at) {

        static @Nullable Deadline of(Rental rental) {
            var at = rental.deadline();
            return at == null
                    ? null
                    : RentalTimer.of(rental.state())
                            .map(timer -> new Deadline(timer, at))
                            .orElse(null);
        }
    }

    /** @param reason what a party or the officer wrote; null where nobody wrote anything */
    record StepResponse(
            RentalState state, Instant at, @Nullable String reason) {

        static StepResponse of(RentalStep step) {
            return new StepResponse(step.state(), step.at(), step.reason());
        }
    }

    record ConditionResponse(
            UUID id, RentalPhase phase, RentalSide side, List<PhotoResponse> photos, String note, Instant at) {

        static ConditionResponse of(ConditionRecord record, Map<PhotoId, PhotoView> pictures) {
            return new ConditionResponse(
                    record.id(),
                    record.phase(),
                    record.side(),
                    shown(record.photos(), pictures),
                    record.note(),
                    record.at());
        }
    }

    /**
     * @param answer what the tenant wrote against it; null where the tenant wrote nothing
     * @param decision what the officer wrote; null where no officer decided
     */
    record ClaimResponse(
            Money amount,
            String words,
            List<PhotoResponse> photos,
            Instant at,
            @Nullable String answer,
            @Nullable String decision) {

        static @Nullable ClaimResponse of(@Nullable DamageClaim claim, Map<PhotoId, PhotoView> pictures) {
            return claim == null
                    ? null
                    : new ClaimResponse(
                            claim.amount(),
                            claim.words(),
                            shown(claim.photos(), pictures),
                            claim.at(),
                            claim.answer(),
                            claim.decision());
        }
    }

    /**
     * @param rent what the rental costs more, once it counts
     * @param payUrl the tenant's, while there is something to pay
     * @param deadline when the waiting for it ends; null where nothing is waited for
     */
    record ExtensionResponse(
            ExtensionState state,
            LocalDate lastDay,
            Money rent,
            @Nullable String payUrl,
            @Nullable Instant deadline) {

        static @Nullable ExtensionResponse of(@Nullable ShownExtension shown, @Nullable RentalSide side) {
            if (shown == null) {
                return null;
            }
            var extension = shown.extension();
            var payment = shown.payment();
            var isToPay = side == RentalSide.TENANT && extension.state() == ExtensionState.AWAITING_PAYMENT;
            return new ExtensionResponse(
                    extension.state(),
                    extension.lastDay(),
                    extension.rent(),
                    isToPay && payment != null ? payment.payUrl() : null,
                    extension.deadline());
        }
    }

    record Party(UUID id, String displayName) {

        static Party of(AccountId id, Map<AccountId, AccountView> people) {
            var person = people.get(id);
            return new Party(id.value(), person == null ? "" : person.displayName());
        }
    }

    /**
     * What was promised, as it was then.
     *
     * @param report what the owner answered about its condition; null where nothing was answered
     */
    record Lent(
            UUID id,
            String code,
            String title,
            String description,
            String categoryCode,
            String conditionCode,
            String districtCode,
            @Nullable ConditionReport report,
            @Nullable PhotoResponse photo) {

        static Lent of(WholeRental whole) {
            var said = whole.rental().snapshot();
            var cover = said.photoIds().stream().limit(1).map(PhotoId::new).toList();
            return new Lent(
                    whole.rental().listingId(),
                    said.listingCode(),
                    said.title(),
                    said.description(),
                    said.categoryCode(),
                    said.conditionCode(),
                    said.districtCode(),
                    said.report(),
                    shown(cover, whole.pictures()).stream().findFirst().orElse(null));
        }
    }
}
