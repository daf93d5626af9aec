package io.xunshi.platform.order;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.GiftChoice;
import java.util.UUID;

/**
 * What does not change while a thing is given away.
 *
 * @param code what people read aloud, <code>G…</code>
 */
public record GiftFacts(UUID giftId, String code, UUID listingId, AccountId giver, GiftChoice choice) {}
