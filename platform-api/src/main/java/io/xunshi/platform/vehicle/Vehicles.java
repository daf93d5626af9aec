package io.xunshi.platform.vehicle;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.regulation.VehicleSign;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** What other modules may ask and tell about vehicles. Who asks says whose the thing is and has checked it. */
public interface Vehicles {
    /** Empty for other goods; from memory. */
    Optional<VehicleKind> kindOf(String categoryCode);

    /**
     * What everybody may know of it; empty for other goods.
     *
     * @param attributes what its owner answered to the category's questions, held against what is known
     */
    Mono<VehicleView> find(UUID itemId, String categoryCode, Map<String, String> attributes);

    /**
     * In the caller's transaction; in place of what was said before. Raises field faults: what a vehicle had gone never
     * becomes less, and readings that stood in a public listing stay.
     */
    Mono<Void> state(UUID itemId, AccountId owner, VehiclePapers papers, List<MileageReading> readings);

    /** What the rules look at; nothing for other goods. */
    Mono<Set<VehicleSign>> signsOf(UUID itemId, String categoryCode);

    /** In the caller's transaction: from now on its readings are what later listings are held against. */
    Mono<Void> offer(UUID itemId);

    /** In the caller's transaction; for a draft that is deleted. */
    Mono<Void> forget(UUID itemId);
}
