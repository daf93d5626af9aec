package io.xunshi.platform.order;

import io.xunshi.platform.events.DomainEvent;
import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** News about gifts, one for everything that somebody may want to hear of. */
public sealed interface GiftEvents extends DomainEvent {

    GiftFacts gift();

    @Override
    default UUID aggregateId() {
        return gift().giftId();
    }

    /**
     * Somebody asks for it.
     *
     * @param number how many have asked so far, with this one
     */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "gift-asked")
    record GiftAsked(UUID eventId, Instant at, GiftFacts gift, AccountId asker, int number) implements GiftEvents {}

    /** The giver has to choose one of those who asked. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "gift-choice-due")
    record GiftChoiceDue(UUID eventId, Instant at, GiftFacts gift) implements GiftEvents {}

    /**
     * The draw is done, and everybody can recompute it.
     *
     * @param waiting all but the first, in their order
     */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "gift-drawn")
    record GiftDrawn(UUID eventId, Instant at, GiftFacts gift, List<AccountId> waiting) implements GiftEvents {

        public GiftDrawn {
            waiting = List.copyOf(waiting);
        }
    }

    /** It is held for one of those who asked. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "gift-promised")
    record GiftPromised(UUID eventId, Instant at, GiftFacts gift, AccountId receiver) implements GiftEvents {}

    /** Who was promised it did not come in time. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "gift-not-fetched")
    record GiftNotFetched(UUID eventId, Instant at, GiftFacts gift, AccountId receiver) implements GiftEvents {}

    /** Who was promised it does not want it any more. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "gift-declined")
    record GiftDeclined(UUID eventId, Instant at, GiftFacts gift, AccountId receiver) implements GiftEvents {}

    /** The giver took the promise back. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "gift-promise-broken")
    record GiftPromiseBroken(UUID eventId, Instant at, GiftFacts gift, AccountId receiver) implements GiftEvents {}

    /**
     * The thing is the receiver's.
     *
     * @param waiting who asked for it in vain
     */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "gift-given")
    record GiftGiven(
            UUID eventId, Instant at, GiftFacts gift, GivenThing thing, AccountId receiver, List<AccountId> waiting)
            implements GiftEvents {

        public GiftGiven {
            waiting = List.copyOf(waiting);
        }
    }

    /**
     * Nobody gets it in this round.
     *
     * @param waiting who asked for it in vain
     */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "gift-ended")
    record GiftEnded(UUID eventId, Instant at, GiftFacts gift, GiftCause cause, List<AccountId> waiting)
            implements GiftEvents {

        public GiftEnded {
            waiting = List.copyOf(waiting);
        }
    }
}
