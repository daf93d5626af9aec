package io.xunshi.platform.http;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version of a thing as an entity tag: <code>"7"</code>. */
public final class EntityVersion {
    private static final Pattern TAG = Pattern.compile("\"([0-9]{1,18})\"");

    private EntityVersion() {}

    /** The <code>ETag</code> of a version. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that an edit was made on.
     *
     * @param ifMatch the <code>If-Match</code> header
     * @throws io.xunshi.platform.kernel.ProblemException {@link HttpProblem#PRECONDITION_REQUIRED} without the header,
     *     {@link HttpProblem#STALE} for a tag that was never ours
     */
    public static long of(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw HttpProblem.PRECONDITION_REQUIRED.raise();
        }
        var tag = TAG.matcher(ifMatch);
        if (!tag.matches()) {
            throw HttpProblem.STALE.raise();
        }
        return Long.parseLong(tag.group(1));
    }
}
