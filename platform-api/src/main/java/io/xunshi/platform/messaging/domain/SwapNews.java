package io.xunshi.platform.messaging.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.order.SwapEvents.SwapMoved;
import io.xunshi.platform.order.SwapFacts.Party;
import io.xunshi.platform.order.SwapState;
import java.util.List;
import java.util.Optional;

/** What those who take part in a swap are told of a step. */
public final class SwapNews {
    private SwapNews() {}

    /** Empty for a step that only their open pages show. */
    public static Optional<NotificationKind> notificationOf(SwapMoved event) {
        return switch (event.cause()) {
            case SWAP_PROPOSED -> Optional.of(NotificationKind.SWAP_PROPOSED);
            case ALL_CONSENTED ->
                Optional.of(
                        event.state() == SwapState.AGREED
                                ? NotificationKind.SWAP_AGREED
                                : NotificationKind.SWAP_ACCEPTED);
            case MONEY_IN_ESCROW -> Optional.of(NotificationKind.SWAP_AGREED);
            case PARTY_DECLINED, PARTY_WITHDREW, NOT_ANSWERED_IN_TIME, THING_GONE ->
                Optional.of(NotificationKind.SWAP_PROPOSAL_ENDED);
            case NOT_PAID_IN_TIME, NOT_COLLECTED_IN_TIME, PARTY_CANCELLED, NOT_HANDED_OVER_IN_TIME, ALL_RETURNED ->
                Optional.of(
                        event.state() == SwapState.RETURNING
                                ? NotificationKind.SWAP_RETURN_DUE
                                : NotificationKind.SWAP_CALLED_OFF);
            case ALL_HANDED_OVER -> Optional.of(NotificationKind.SWAP_SETTLED);
            case NOT_BROUGHT_BACK_IN_TIME -> Optional.of(NotificationKind.SWAP_BROKEN);
            // A counter-proposal is told as a proposal of its own; the rest is on the way to something that is told.
            case PARTY_COUNTERED,
                    CONSENT_GIVEN,
                    PAID_IN_TIME,
                    PAID_LATE,
                    THING_HANDED_OVER,
                    THING_RETURNED,
                    MONEY_RETURNED -> Optional.empty();
        };
    }

    /** Everybody but who took the step. */
    public static List<AccountId> toldTo(SwapMoved event) {
        return event.swap().parties().stream()
                .map(Party::person)
                .filter(person -> !person.equals(event.by()))
                .toList();
    }

    /** What a person gets, if they take part. */
    public static Party thingFor(AccountId person, SwapMoved event) {
        var parties = event.swap().parties();
        return parties.stream()
                .filter(giver ->
                        event.swap().receiverOf(parties.indexOf(giver)).person().equals(person))
                .findFirst()
                .orElseThrow();
    }
}
