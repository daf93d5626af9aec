package io.xunshi.platform.shipping;

import io.xunshi.platform.identity.AccountId;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** What other modules may ask and tell about the parcels of orders. What changes something joins their transaction. */
public interface Shipments {

    /** The province of an address of this person; raises {@link ShippingProblem#ADDRESS_UNKNOWN}. */
    Mono<String> provinceOf(AccountId owner, AddressId address);

    /**
     * Makes a parcel known and freezes to whom it goes; nothing is asked of the carrier yet. Raises
     * {@link ShippingProblem#ADDRESS_UNKNOWN}.
     */
    Mono<Void> prepare(UUID orderId, AccountId receiver, AddressId to, int weightGrams);

    /**
     * Wants a waybill. The first to ask says where it is sent from; whoever asks again changes nothing. Raises
     * {@link ShippingProblem#ADDRESS_UNKNOWN}, or {@link ShippingProblem#NO_LABEL} where it is called off.
     */
    Mono<Void> wantBooked(UUID orderId, AccountId sender, AddressId from);

    /**
     * Asks the carrier at once, outside any transaction; may be repeated, and does nothing while it does not answer.
     */
    Mono<Void> hurry(UUID orderId);

    /**
     * Wants the parcel called off. Who came first, the carrier decides: then {@link ShippingEvents.ShipmentMoved} says
     * that it is void, or that it is under way.
     */
    Mono<Void> wantVoided(UUID orderId);

    /** Nothing was heard of it for too long. Does nothing where something is known of its end. */
    Mono<Void> declareLost(UUID orderId);

    /** Empty where the order has none. */
    Mono<ShipmentView> find(UUID orderId);

    /** Raises {@link ShippingProblem#NO_LABEL} before there is a waybill and once the carrier has the parcel. */
    Mono<ShippingLabel> label(UUID orderId);
}
