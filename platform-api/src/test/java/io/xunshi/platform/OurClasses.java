package io.xunshi.platform;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;

/** The classes of the platform without its tests, read once for all tests that look through them. */
final class OurClasses {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.xunshi.platform");

    private OurClasses() {}

    static Stream<JavaClass> stream() {
        return ALL.stream();
    }
}
