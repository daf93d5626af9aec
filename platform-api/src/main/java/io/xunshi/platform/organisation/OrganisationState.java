package io.xunshi.platform.organisation;

/** Where an organisation stands with the platform. */
public enum OrganisationState {
    /** 待核验: no business licence of it was approved yet. */
    PENDING,
    /** 已核验. */
    ACTIVE,
    /** 已注销: given up before it was active, or closed by an officer. */
    CLOSED
}
