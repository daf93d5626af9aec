package io.xunshi.platform.order.web;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ConditionReport;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.media.PhotoResponse;
import io.xunshi.platform.order.DisputeReason;
import io.xunshi.platform.order.DisputeState;
import io.xunshi.platform.order.DisputeStep;
import io.xunshi.platform.order.OrderSnapshot;
import io.xunshi.platform.order.RemedyKind;
import io.xunshi.platform.order.Side;
import io.xunshi.platform.order.domain.Dispute;
import io.xunshi.platform.order.domain.DisputeEntry;
import io.xunshi.platform.order.domain.DisputeTimer;
import io.xunshi.platform.order.domain.RefundSplit;
import io.xunshi.platform.order.domain.Remedy;
import io.xunshi.platform.order.usecase.FindDisputes.DisputeFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dispute as a side of it or an officer sees it.
 *
 * @param side the reader's; null for an officer
 * @param price of all pieces
 * @param pieces how many of a stock, each at the same price; null for a unique thing
 * @param deadline when the waiting ends, or for officers should have ended
 * @param due what is agreed or decided
 * @param outcome who got what; null while the money is frozen
 * @param winner null where both got something, or agreed
 * @param acceptable the number of the step that the reader can accept; null where there is none
 * @param actions what the reader may do now
 * @param steps what happened, oldest first
 */
record DisputeResponse(
        UUID id,
        UUID orderId,
        String orderCode,
        DisputeState state,
        DisputeReason reason,
        @Nullable Side side,
        Party buyer,
        Party seller,
        Money price,
        @Nullable Integer pieces,
        Promised promised,
        @Nullable Deadline deadline,
        @Nullable RemedyResponse due,
        @Nullable EffectResponse outcome,
        @Nullable Side winner,
        @Nullable Integer acceptable,
        List<Action> actions,
        List<StepResponse> steps,
        Instant openedAt) {

    static DisputeResponse toSide(DisputeFile file, AccountId reader) {
        var side = file.order().sideOf(reader);
        var actions = actionsOf(file.dispute(), side);
        return of(file, side, actions);
    }

    static DisputeResponse toOfficer(DisputeFile file, AccountId officer) {
        return of(file, null, file.canBeDecidedBy(officer) ? List.of(Action.DECIDE) : List.of());
    }

    private static DisputeResponse of(DisputeFile file, @Nullable Side side, List<Action> actions) {
        var dispute = file.dispute();
        var order = file.order();
        var outcome = dispute.outcome();
        return new DisputeResponse(
                dispute.id().value(),
                order.id().value(),
                order.code(),
                dispute.state(),
                dispute.reason(),
                side,
                party(file, order.buyer()),
                party(file, order.seller()),
                order.price(),
                order.pieces(),
                Promised.of(file),
                deadlineOf(dispute),
                remedy(file, dispute.due()),
                outcome == null ? null : EffectResponse.of(outcome),
                dispute.winner(),
                actions.contains(Action.ACCEPT) ? acceptable(file, Objects.requireNonNull(side)) : null,
                actions,
                file.entries().stream()
                        .map(entry -> StepResponse.of(file, entry))
                        .toList(),
                dispute.openedAt());
    }

    private static Party party(DisputeFile file, AccountId id) {
        var person = file.people().get(id);
        return new Party(id.value(), person == null ? "" : person.displayName());
    }

    private static @Nullable Integer acceptable(DisputeFile file, Side reader) {
        return file.lastProposalOf(reader == Side.BUYER ? Side.SELLER : Side.BUYER)
                .map(DisputeEntry::number)
                .orElse(null);
    }

    static @Nullable Deadline deadlineOf(Dispute dispute) {
        return DisputeTimer.of(dispute.state())
                .map(timer -> new Deadline(timer, dispute.waitingSince().plus(timer.after())))
                .orElse(null);
    }

    private static @Nullable RemedyResponse remedy(DisputeFile file, @Nullable Remedy remedy) {
        return remedy == null
                ? null
                : new RemedyResponse(
                        remedy.kind(), EffectResponse.of(file.about().split(remedy.refund())));
    }

    private static List<Action> actionsOf(Dispute dispute, Side side) {
        var actions = new ArrayList<Action>();
        var isBuyer = side == Side.BUYER;
        switch (dispute.state()) {
            case AWAITING_SELLER -> {
                if (!isBuyer) {
                    actions.addAll(List.of(Action.ACCEPT, Action.PROPOSE, Action.REJECT));
                }
            }
            case NEGOTIATING -> actions.addAll(List.of(Action.ACCEPT, Action.PROPOSE, Action.ESCALATE));
            case DECIDED -> actions.add(Action.APPEAL);
            case RETURNING -> actions.add(isBuyer ? Action.CLAIM_RETURN : Action.CONFIRM_RETURN);
            case RETURN_CLAIMED -> {
                if (!isBuyer) {
                    actions.addAll(List.of(Action.CONFIRM_RETURN, Action.DENY_RETURN));
                }
            }
            case UNDER_REVIEW, UNDER_APPEAL, REFUNDING, CLOSED, WITHDRAWN -> {}
        }
        if (dispute.state().escrow() == DisputeState.Escrow.FROZEN) {
            actions.add(Action.ADD_EVIDENCE);
        }
        if (isBuyer && dispute.canBeWithdrawn()) {
            actions.add(Action.WITHDRAW);
        }
        return List.copyOf(actions);
    }

    enum Action {
        ACCEPT,
        PROPOSE,
        REJECT,
        ESCALATE,
        ADD_EVIDENCE,
        WITHDRAW,
        APPEAL,
        CLAIM_RETURN,
        CONFIRM_RETURN,
        DENY_RETURN,
        DECIDE
    }

    /** @param kind which timer runs */
    record Deadline(DisputeTimer kind, Instant at) {}

    record Party(UUID id, String displayName) {}

    /** What everybody would get. */
    record RemedyResponse(RemedyKind kind, EffectResponse effect) {}

    /**
     * Who gets what.
     *
     * @param refund the buyer's of the price
     * @param shipping the buyer's of the shipping that they paid
     * @param borne shipping that was spent for nothing and that the seller bears out of other money
     * @param compensation from the carrier to the seller
     */
    record EffectResponse(Money refund, Money shipping, Money toSeller, Money fee, Money borne, Money compensation) {

        static EffectResponse of(RefundSplit split) {
            return new EffectResponse(
                    split.refund(),
                    split.shipping(),
                    split.toSeller(),
                    split.fee(),
                    split.borne(),
                    split.compensation());
        }
    }

    /**
     * @param by null for an officer's step and for the clock's
     * @param words empty where nothing was said
     * @param remedy what was asked, proposed, accepted or decided
     */
    record StepResponse(
            int number,
            DisputeStep kind,
            @Nullable Side by,
            String words,
            @Nullable RemedyResponse remedy,
            List<EvidenceResponse> evidence,
            Instant at) {

        static StepResponse of(DisputeFile file, DisputeEntry entry) {
            return new StepResponse(
                    entry.number(),
                    entry.kind(),
                    entry.by(),
                    entry.words(),
                    DisputeResponse.remedy(file, entry.remedy()),
                    entry.photos().stream()
                            .flatMap(shown -> picture(file, shown.id()).stream()
                                    .map(photo -> new EvidenceResponse(photo, shown.sha256())))
                            .toList(),
                    entry.at());
        }
    }

    /** @param sha256 of the largest variant when it was shown, hexadecimal */
    record EvidenceResponse(PhotoResponse photo, String sha256) {}

    /**
     * What was promised when the order was placed: disputes are judged by it.
     *
     * @param report what the owner answered about its condition; null where nothing was answered
     * @param hash SHA-256 of its canonical form, hexadecimal
     * @param genuine whether it still has that hash
     */
    record Promised(
            String listingCode,
            String title,
            String description,
            String categoryCode,
            Map<String, String> attributes,
            String conditionCode,
            String districtCode,
            List<PhotoResponse> photos,
            @Nullable ConditionReport report,
            String hash,
            boolean genuine) {

        static Promised of(DisputeFile file) {
            OrderSnapshot said = file.order().snapshot();
            return new Promised(
                    said.listingCode(),
                    said.title(),
                    said.description(),
                    said.categoryCode(),
                    said.attributes(),
                    said.conditionCode(),
                    said.districtCode(),
                    said.photoIds().stream()
                            .flatMap(id -> picture(file, new PhotoId(id)).stream())
                            .toList(),
                    said.report(),
                    said.hash(),
                    file.isSnapshotGenuine());
        }
    }

    private static List<PhotoResponse> picture(DisputeFile file, PhotoId id) {
        var found = file.pictures().get(id);
        return found == null ? List.of() : List.of(PhotoResponse.of(found));
    }
}
