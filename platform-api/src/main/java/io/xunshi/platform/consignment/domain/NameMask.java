package io.xunshi.platform.consignment.domain;

/** A name as it is shown: enough for its owner to know it, too little to know them by. */
public final class NameMask {
    private NameMask() {}

    /** The first character and as many stars as follow: <code>王**</code>. */
    public static String mask(String name) {
        var first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first) + "*".repeat(name.codePointCount(first, name.length()));
    }
}
