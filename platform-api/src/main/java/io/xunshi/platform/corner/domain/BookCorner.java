package io.xunshi.platform.corner.domain;

import io.xunshi.platform.corner.CornerId;
import java.time.Instant;

/**
 * A school's book corner (图书角).
 *
 * @param code public, <code>H…</code>
 */
public record BookCorner(CornerId id, String code, Profile profile, long version, Instant openedAt) {

    /**
     * What it says of itself.
     *
     * @param place where in the school it stands, in its own words
     */
    public record Profile(String school, String place, String districtCode) {}
}
