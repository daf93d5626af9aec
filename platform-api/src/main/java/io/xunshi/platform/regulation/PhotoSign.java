package io.xunshi.platform.regulation;

/** What photos of a thing tell. */
public enum PhotoSign {
    /** Somebody else shows the same picture, and showed it first. */
    OF_ANOTHER,
    /** A moderator said that the picture is somebody else's. */
    JUDGED_FOREIGN
}
