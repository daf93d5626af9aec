package io.xunshi.platform.kernel;

/** What kind of refusal a problem is; the http module alone turns it into a status. */
public enum ProblemCategory {
    /** The request itself is wrong; the same request will always be refused. */
    INVALID,
    /** Nobody is signed in, or the proof of who asks is wrong. */
    UNAUTHENTICATED,
    /** This person may not do it. */
    FORBIDDEN,
    /** It does not exist, or the asker may not know that it does. */
    NOT_FOUND,
    /** It could be done a moment ago, or may be later: somebody else was first, or the state forbids it. */
    CONFLICT,
    /** The asker edits a version that is no longer the newest. */
    STALE,
    /** An edit must say which version it edits. */
    PRECONDITION_REQUIRED,
    /** Well-formed, but what it says breaks a rule. */
    UNPROCESSABLE,
    /** More bytes than are accepted. */
    TOO_LARGE,
    /** Too many requests, or a quota is used up. */
    LIMITED,
    /** A system that this needs does not answer; trying again later may help. */
    UNAVAILABLE
}
