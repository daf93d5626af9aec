package io.xunshi.platform.wanted.domain;

/** Why a moderator refused a wanted post. */
public enum PostRefusal {
    FORBIDDEN_GOODS,
    COUNTERFEIT,
    CONTACT_DATA,
    /** It offers something, or is no wish at all. */
    NOT_A_WISH,
    OTHER
}
