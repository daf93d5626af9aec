package io.xunshi.platform.surveillance.domain;

import java.util.Set;

/** Where an alert stands: process version 1. Every state but the last waits for an officer, and has no timer. */
public enum CaseState {
    /** 待受理: raised by a detector; nobody has looked at it. */
    OPEN,
    /** 研判中: an officer finds out whether there is anything in it. */
    TRIAGE,
    /** 已立案: there is; it is investigated. */
    CASE,
    /** 待复核: an officer wants to close a grave one; another one looks at it. */
    CLOSING,
    /** 已办结: with a reason, for good. */
    CLOSED;

    /** The states that may follow for something so grave. */
    public Set<CaseState> next(Severity severity) {
        var end = severity == Severity.HIGH ? CLOSING : CLOSED;
        return switch (this) {
            case OPEN -> Set.of(TRIAGE);
            case TRIAGE -> Set.of(CASE, end);
            case CASE -> Set.of(end);
            case CLOSING -> Set.of(CLOSED, CASE);
            case CLOSED -> Set.of();
        };
    }
}
