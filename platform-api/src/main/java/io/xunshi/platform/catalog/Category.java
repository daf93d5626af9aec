package io.xunshi.platform.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of goods. The tree has two levels; goods are listed under leaves.
 *
 * @param parent null for a root
 * @param icon the name of its picture in the web client
 * @param attributes what is asked about such goods: its own and its parent's, the parent's first
 * @param serviceLife how long such goods are safely used; null where no standard says so
 */
public record Category(
        String code,
        @Nullable String parent,
        String nameZh,
        String nameEn,
        String icon,
        List<Attribute> attributes,
        @Nullable ServiceLife serviceLife) {

    public Category {
        attributes = List.copyOf(attributes);
    }

    public boolean isLeaf() {
        return parent != null;
    }
}
