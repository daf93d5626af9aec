package io.xunshi.transparency.price;

import io.xunshi.transparency.merkle.Hash;
import io.xunshi.transparency.record.PriceRecord.Revealed;
import io.xunshi.transparency.record.PriceRecord.WeekClosed;
import java.util.List;

/**
 * What the log says of a week at one vintage; nothing that is sealed later changes it.
 *
 * @param closed what became of the week's deals
 * @param revealed in this vintage and the earlier ones
 */
public record ClosedWeek(WeekClosed closed, List<Revealed> revealed) {

    public ClosedWeek {
        revealed = List.copyOf(revealed);
    }

    /**
     * The figures. Draws a thousand samples for each cell, so it takes its time.
     *
     * @param size of a checkpoint that covers the closing
     * @param root of that checkpoint
     */
    public PricePublication publication(long size, Hash root) {
        return PricePublication.of(closed, revealed, size, root);
    }
}
