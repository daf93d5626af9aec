package io.xunshi.platform.identity.domain;

/** What a one-time code is good for; a code of one purpose is worth nothing for another. */
public enum CodePurpose {
    SIGN_UP,
    RESET_PASSWORD,
    CHANGE_CONTACT
}
