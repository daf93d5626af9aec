package io.xunshi.platform.identity.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody signs in with, as far as its owner needs it to recognise it: no version, no model. */
public final class Device {
    /** In this order: most browsers also name those that they want to be taken for. */
    private static final List<Sign> BROWSERS = List.of(
            new Sign("MicroMessenger", "WeChat"),
            new Sign("Edg", "Edge"),
            new Sign("OPR/", "Opera"),
            new Sign("Firefox", "Firefox"),
            new Sign("Chrome", "Chrome"),
            new Sign("Safari", "Safari"));

    private static final List<Sign> SYSTEMS = List.of(
            new Sign("HarmonyOS", "HarmonyOS"),
            new Sign("Android", "Android"),
            new Sign("iPhone", "iPhone"),
            new Sign("iPad", "iPad"),
            new Sign("Windows", "Windows"),
            new Sign("Mac OS X", "macOS"),
            new Sign("Linux", "Linux"));

    private static final String UNKNOWN = "—";

    private Device() {}

    /**
     * A few words such as <code>Chrome · Android</code>; never what the client wrote itself.
     *
     * @param userAgent the request's header; null where it has none
     */
    public static String of(@Nullable String userAgent) {
        var said = userAgent == null ? "" : userAgent;
        return nameIn(said, BROWSERS) + " · " + nameIn(said, SYSTEMS);
    }

    private static String nameIn(String said, List<Sign> signs) {
        return signs.stream()
                .filter(sign -> said.contains(sign.mark()))
                .findFirst()
                .map(Sign::name)
                .orElse(UNKNOWN);
    }

    private record Sign(String mark, String name) {}
}
