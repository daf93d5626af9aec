package io.xunshi.platform.http;

/** Who may call an endpoint. */
public enum Caller {
    /** Anybody, signed in or not. */
    PUBLIC,
    /** Anybody who is signed in. */
    SIGNED_IN,
    RESIDENT,
    ORGANISATION_MEMBER,
    POINT_OPERATOR,
    MODERATOR,
    REGULATOR,
    ADMINISTRATOR
}
