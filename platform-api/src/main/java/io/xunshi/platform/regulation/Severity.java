package io.xunshi.platform.regulation;

/** What a rule does to goods that it is about; the later the graver. */
public enum Severity {
    /** Its seller and its buyers are told. */
    NOTICE,
    /** A moderator looks before anybody else does. */
    REVIEW,
    /** It is not traded here. */
    REFUSE
}
