package io.xunshi.platform.order.web;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ConditionReport;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.media.PhotoResponse;
import io.xunshi.platform.order.SwapCause;
import io.xunshi.platform.order.SwapId;
import io.xunshi.platform.order.SwapState;
import io.xunshi.platform.order.domain.Swap;
import io.xunshi.platform.order.domain.SwapParty;
import io.xunshi.platform.order.domain.SwapStep;
import io.xunshi.platform.order.domain.SwapTimer;
import io.xunshi.platform.order.usecase.FindSwaps.WholeSwap;
import io.xunshi.platform.payment.PaymentState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A swap as one of those who take part sees it.
 *
 * @param parties in the order of the ring: each gives to the next, the last to the first
 * @param me the reader's place among them, from 0
 * @param note what the proposer wrote; may be empty
 * @param answers the proposal that this one counters; null where it counters none
 * @param payUrl the reader's, while they have something to pay
 * @param handoverCode the reader's: they show it once a thing that is theirs is in their hands; null where nothing is
 *     to come
 * @param actions what the reader may do now
 * @param steps what happened, oldest first; empty in lists
 */
record SwapResponse(
        UUID id,
        String code,
        SwapState state,
        List<Party> parties,
        int me,
        UUID proposer,
        String note,
        @Nullable UUID answers,
        @Nullable Deadline deadline,
        @Nullable String payUrl,
        @Nullable String handoverCode,
        List<SwapAction> actions,
        List<Step> steps,
        Instant proposedAt) {

    static SwapResponse of(WholeSwap whole, AccountId reader) {
        var swap = whole.swap();
        var own = swap.partyOf(reader);
        return new SwapResponse(
                swap.id().value(),
                swap.code(),
                swap.state(),
                swap.ring().parties().stream()
                        .map(party -> Party.of(party, whole))
                        .toList(),
                swap.ring().parties().indexOf(own),
                swap.proposer().value(),
                swap.note(),
                valueOf(swap.answers()),
                Deadline.of(swap),
                payUrlOf(own, whole),
                codeOf(swap, own),
                SwapAction.of(swap, own),
                whole.steps().stream().map(Step::of).toList(),
                swap.proposedAt());
    }

    private static @Nullable UUID valueOf(@Nullable SwapId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable String payUrlOf(SwapParty own, WholeSwap whole) {
        var payment = whole.payments().get(own.id());
        return payment == null
                        || whole.swap().state() != SwapState.AWAITING_PAYMENT
                        || payment.state() != PaymentState.REQUESTED
                ? null
                : payment.payUrl();
    }

    private static @Nullable String codeOf(Swap swap, SwapParty own) {
        var isToCome = switch (swap.state()) {
            case AGREED -> !swap.ring().giverTo(own).handedOver();
            case RETURNING -> own.isAway();
            case PROPOSED,
                    DECLINED,
                    WITHDRAWN,
                    COUNTERED,
                    LAPSED,
                    AWAITING_PAYMENT,
                    COLLECTING,
                    SETTLED,
                    BROKEN,
                    EXPIRED,
                    CANCELLING,
                    CANCELLED -> false;
        };
        return isToCome ? own.code() : null;
    }

    /** What is waited for, and until when. */
    record Deadline(SwapTimer kind, Instant at) {

        static @Nullable Deadline of(Swap swap) {
            var at = swap.deadline();
            return at == null
                    ? null
                    : SwapTimer.of(swap.state())
                            .map(timer -> new Deadline(timer, at))
                            .orElse(null);
        }
    }

    /**
     * @param by who took it; null where time or money did
     * @param reason what they wrote; null where nobody wrote anything
     */
    record Step(
            SwapState state,
            Instant at,
            SwapCause cause,
            @Nullable UUID by,
            @Nullable String reason) {

        static Step of(SwapStep step) {
            var by = step.by();
            return new Step(step.state(), step.at(), step.cause(), by == null ? null : by.value(), step.reason());
        }
    }

    /**
     * Who takes part, and what they give to the next.
     *
     * @param pays on top; negative for who gets money
     * @param fee what the platform keeps of what they get
     * @param payment null where they pay nothing, before all consented, and in lists
     * @param handedOver whether the next has the thing
     * @param returned whether they have it back
     */
    record Party(
            UUID id,
            String displayName,
            Given thing,
            Money pays,
            Money fee,
            @Nullable PaymentState payment,
            boolean consented,
            boolean handedOver,
            boolean returned) {

        static Party of(SwapParty party, WholeSwap whole) {
            var person = whole.people().get(party.person());
            var payment = whole.payments().get(party.id());
            return new Party(
                    party.person().value(),
                    nameOf(person),
                    Given.of(party, whole),
                    party.pays(),
                    party.fee(),
                    payment == null ? null : payment.state(),
                    party.consented(),
                    party.handedOver(),
                    party.returned());
        }

        private static String nameOf(@Nullable AccountView person) {
            return person == null ? "" : person.displayName();
        }
    }

    /**
     * What was promised, as it was then.
     *
     * @param price its asking price
     * @param report what its owner answered about its condition; null where nothing was answered
     * @param photo the first; null where there is none
     */
    record Given(
            UUID id,
            String code,
            String title,
            String description,
            String categoryCode,
            String conditionCode,
            String districtCode,
            Map<String, String> attributes,
            Money price,
            @Nullable ConditionReport report,
            @Nullable PhotoResponse photo,
            String snapshotHash) {

        static Given of(SwapParty party, WholeSwap whole) {
            var said = party.thing();
            return new Given(
                    party.listingId(),
                    said.listingCode(),
                    said.title(),
                    said.description(),
                    said.categoryCode(),
                    said.conditionCode(),
                    said.districtCode(),
                    said.attributes(),
                    said.price(),
                    said.report(),
                    photoOf(said.photoIds(), whole),
                    said.hash());
        }

        private static @Nullable PhotoResponse photoOf(List<UUID> photos, WholeSwap whole) {
            return photos.stream()
                    .limit(1)
                    .map(PhotoId::new)
                    .filter(whole.pictures()::containsKey)
                    .map(whole.pictures()::get)
                    .map(PhotoResponse::of)
                    .findFirst()
                    .orElse(null);
        }
    }
}
