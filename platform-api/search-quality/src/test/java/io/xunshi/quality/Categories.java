package io.xunshi.quality;

import io.xunshi.platform.catalog.Attribute;
import io.xunshi.platform.catalog.Catalog;
import java.util.Objects;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The platform's catalogue. */
final class Categories {
    private static final Catalog CATALOG = catalog();

    private Categories() {}

    /** What stands in files, without what the same module keeps in a database. */
    private static Catalog catalog() {
        try (var server = new AnnotationConfigApplicationContext()) {
            server.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
            server.scan("io.xunshi.platform.catalog.usecase");
            server.refresh();
            return server.getBean(Catalog.class);
        }
    }

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
