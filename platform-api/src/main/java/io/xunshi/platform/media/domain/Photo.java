package io.xunshi.platform.media.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.media.PhotoView;
import io.xunshi.platform.media.PhotoView.Variant;
import java.util.List;

/** A photo on its way from an upload to something that can be shown. */
public sealed interface Photo {
    PhotoId id();

    /** Announced; perhaps uploaded, not yet looked at. */
    record Awaited(PhotoId id, AccountId owner, PictureType type) implements Photo {}

    /** Developed and in the store. */
    record Ready(PhotoId id, String placeholder, List<Dimensions> sizes) implements Photo {

        public PhotoView view() {
            var largest = sizes.getLast();
            return new PhotoView(
                    id,
                    largest.width(),
                    largest.height(),
                    placeholder,
                    sizes.stream()
                            .map(size -> new Variant(
                                    size.width(),
                                    size.height(),
                                    "/media/photos/%s/%d.jpg".formatted(id.value(), size.width())))
                            .toList());
        }
    }

    /** In pixels. */
    record Dimensions(int width, int height) {}
}
