package io.xunshi.infra.launcher.state;

/** How far the first start on a state folder came, which loads the sample data. */
public enum FirstStart {
    AHEAD,
    /** If nothing runs, it was interrupted and the data is incomplete. */
    BEGUN,
    DONE
}
