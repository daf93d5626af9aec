package io.xunshi.platform.fulfilment.domain;

import io.xunshi.platform.fulfilment.StatementView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A settlement statement.
 *
 * @param body its whole arithmetic
 * @param text the same as JSON, of which the view has the hash
 * @param paidAt when what it asked for had moved; null until then
 */
public record Statement(
        StatementView view,
        StatementBody body,
        String text,
        @Nullable Instant paidAt) {}
