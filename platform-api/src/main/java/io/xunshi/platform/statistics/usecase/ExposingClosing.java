package io.xunshi.platform.statistics.usecase;

/** A vintage of a week cannot be closed: what it would show lets a firm's share be told too closely. */
final class ExposingClosing extends IllegalStateException {
    private static final long serialVersionUID = 1;

    /** @param cells how many hidden ones could be told */
    ExposingClosing(int cells) {
        super("The release could expose " + cells + " hidden cells");
    }
}
