package io.xunshi.platform.shipping.usecase;

import io.xunshi.platform.shipping.domain.CarrierParcel;
import io.xunshi.platform.shipping.domain.Shipment;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * The company that carries parcels (快递公司). Everything here is a remote call, is never made inside a transaction, and
 * may be repeated: the shipment's id is the reference that makes the repetition harmless. Raises
 * {@link io.xunshi.platform.shipping.ShippingProblem#CARRIER_UNAVAILABLE}.
 */
public interface Carrier {

    Mono<CarrierParcel> book(Shipment shipment);

    /** Empty where the carrier does not know it. */
    Mono<CarrierParcel> find(UUID reference);

    /** Called off, or as it is where the carrier has it already; empty where the carrier does not know it. */
    Mono<CarrierParcel> cancel(UUID reference);
}
