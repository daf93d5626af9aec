package io.xunshi.quality;

import io.xunshi.platform.catalog.Attribute;
import io.xunshi.platform.catalog.Catalog;
import java.util.Objects;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The platform's catalogue. */
final class Categories {
    private static final Catalog CATALOG =
            new AnnotationConfigApplicationContext("io.xunshi.platform.catalog.usecase").getBean(Catalog.class);

    private Categories() {}

    static String rootOf(String category) {
        var leaf = CATALOG.category(category).orElseThrow();
        return Objects.requireNonNullElse(leaf.parent(), category);
    }

    /** Whether a seller could publish the listing so. */
    static boolean allow(JudgedListing listing) {
        var category = CATALOG.category(listing.category());
        return category.isPresent()
                && category.get().isLeaf()
                && CATALOG.conditionGrade(listing.condition()).isPresent()
                && CATALOG.district(listing.district()).isPresent()
                && category.get().attributes().stream().allMatch(attribute -> isAnswered(attribute, listing))
                && listing.attributes().keySet().stream()
                        .allMatch(code -> category.get().attributes().stream()
                                .map(Attribute::code)
                                .anyMatch(code::equals));
    }

    private static boolean isAnswered(Attribute attribute, JudgedListing listing) {
        var answer = listing.attributes().get(attribute.code());
        return answer == null ? !attribute.required() : attribute.accepts(answer);
    }
}
