package io.xunshi.platform.auction.domain;

import java.util.Optional;

/**
 * Whether somebody may bid at all, as known at the moment of the bid.
 *
 * @param depositHeld the whole deposit is with the platform
 * @param licensed the rules on who may trade this material let them, today and there
 * @param controlledWithSeller 关联方: the same person has the say in both
 */
public record Bidder(boolean depositHeld, boolean licensed, boolean controlledWithSeller) {

    /** What money could not mend comes first. */
    Optional<Refusal> refusal() {
        if (controlledWithSeller) {
            return Optional.of(Refusal.CONTROLLED_WITH_SELLER);
        }
        if (!licensed) {
            return Optional.of(Refusal.NOT_LICENSED);
        }
        return depositHeld ? Optional.empty() : Optional.of(Refusal.NO_DEPOSIT);
    }
}
