package io.xunshi.platform.media.domain;

import java.util.List;
import java.util.Optional;

/**
 * What became of a picture: our own encodings, without a byte of the original's metadata.
 *
 * @param placeholder a <code>data:</code> address
 * @param sizes from small to large; the last one's dimensions are the photo's
 * @param looks empty where it shows hardly anything
 */
public record DarkroomPrint(String placeholder, List<Size> sizes, Optional<PictureLook.Both> looks) {

    public DarkroomPrint {
        sizes = List.copyOf(sizes);
    }

    /** One JPEG. */
    public record Size(int width, int height, byte[] jpeg) {}
}
