package io.xunshi.platform.media;

import java.util.List;

/**
 * A photo that can be shown without anything jumping: its dimensions and a tiny picture come before the real one.
 *
 * @param width in pixels, of the largest variant
 * @param placeholder a <code>data:</code> address of some hundred bytes
 * @param variants from small to large
 */
public record PhotoView(PhotoId id, int width, int height, String placeholder, List<Variant> variants) {

    public PhotoView {
        variants = List.copyOf(variants);
    }

    /** @param url on our own origin; what stands there never changes */
    public record Variant(int width, int height, String url) {}
}
