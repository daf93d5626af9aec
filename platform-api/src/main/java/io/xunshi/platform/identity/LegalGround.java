package io.xunshi.platform.identity;

/** Why personal data may be handled at all (Personal Information Protection Law, PIPL, art. 13). */
public enum LegalGround {
    /** The person agreed, and may take it back (art. 13 item 1, art. 15). */
    CONSENT,
    /** A contract with the person cannot be kept without it (art. 13 item 2). */
    CONTRACT,
    /** A law demands it (art. 13 item 3). */
    LEGAL_DUTY
}
