package io.xunshi.platform.regulation;

import io.xunshi.platform.identity.AccountId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a seller says about a thing.
 *
 * @param itemId under which its device numbers and wipe record were entered, if any were
 * @param attributes answers to the category's questions
 * @param photos what is known of them
 * @param vehicle what its seller said, and did not say, of a vehicle; empty for other goods
 */
public record GoodsFacts(
        UUID itemId,
        AccountId seller,
        String categoryCode,
        Map<String, String> attributes,
        String title,
        String description,
        Set<PhotoSign> photos,
        Set<VehicleSign> vehicle) {
    public GoodsFacts {
        attributes = Map.copyOf(attributes);
        photos = Set.copyOf(photos);
        vehicle = Set.copyOf(vehicle);
    }

    /** Of a thing that is no vehicle, and whose photos tell nothing. */
    public GoodsFacts(
            UUID itemId,
            AccountId seller,
            String categoryCode,
            Map<String, String> attributes,
            String title,
            String description) {
        this(itemId, seller, categoryCode, attributes, title, description, Set.of(), Set.of());
    }
}
