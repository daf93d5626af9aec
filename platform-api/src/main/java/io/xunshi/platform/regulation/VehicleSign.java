package io.xunshi.platform.regulation;

/** What a seller said, or has not said, about a vehicle and its papers. */
public enum VehicleSign {
    /** It is known by no number yet. */
    NUMBER_MISSING,
    /** Nothing was said of its papers. */
    PAPERS_NOT_STATED,
    /** Its owner lacks the registration certificate or the vehicle licence. */
    UNDOCUMENTED,
    /** It was deregistered, or has reached the age or state in which it must be scrapped. */
    SCRAPPED,
    /** It is pledged for a debt. */
    MORTGAGED
}
