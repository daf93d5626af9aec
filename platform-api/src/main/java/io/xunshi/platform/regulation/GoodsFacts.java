package io.xunshi.platform.regulation;

import io.xunshi.platform.identity.AccountId;
import java.util.Map;
import java.util.UUID;

/**
 * What a seller says about a thing.
 *
 * @param itemId under which its device numbers and wipe record were entered, if any were
 * @param attributes answers to the category's questions
 */
public record GoodsFacts(
        UUID itemId,
        AccountId seller,
        String categoryCode,
        Map<String, String> attributes,
        String title,
        String description) {
    public GoodsFacts {
        attributes = Map.copyOf(attributes);
    }
}
