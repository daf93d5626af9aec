package io.xunshi.platform.media;

import io.xunshi.platform.media.PhotoView.Variant;
import java.util.List;
import java.util.UUID;

/** A photo as every response shows it. */
public record PhotoResponse(UUID id, int width, int height, String placeholder, List<Variant> variants) {

    public static PhotoResponse of(PhotoView photo) {
        return new PhotoResponse(
                photo.id().value(), photo.width(), photo.height(), photo.placeholder(), photo.variants());
    }
}
