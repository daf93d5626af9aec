package io.xunshi.platform.order.domain;

import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.order.RentalPhase;
import io.xunshi.platform.order.RentalSide;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What one side says the thing is like (验机记录); never changed afterwards. */
public record ConditionRecord(
        UUID id, RentalPhase phase, RentalSide side, List<PhotoId> photos, String note, Instant at) {

    public ConditionRecord {
        photos = List.copyOf(photos);
    }
}
