package io.xunshi.platform.organisation.domain;

/** What became of a document that was handed in. */
public enum LicenceState {
    IN_REVIEW,
    APPROVED,
    REFUSED,
    /** Taken back before anybody decided. */
    WITHDRAWN
}
