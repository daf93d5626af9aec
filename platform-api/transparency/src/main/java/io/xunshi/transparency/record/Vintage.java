package io.xunshi.transparency.record;

import java.time.Period;

/** When the figures of a week are published: what was paid late, or was too little to be shown, is in a later one. */
public enum Vintage {
    /** 初值. */
    P(1),
    /** 修订值. */
    R1(7),
    /** 终值. */
    F(30);

    private final int days;

    Vintage(int days) {
        this.days = days;
    }

    /** How long after the last day of the week. */
    public Period after() {
        return Period.ofDays(days);
    }
}
