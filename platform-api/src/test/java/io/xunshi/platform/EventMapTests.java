package io.xunshi.platform;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Keeps docs/event-map.md equal to the code: which event each module publishes, and who reacts to it. */
class EventMapTests {
    private static final Path EVENT_MAP = Path.of("docs/event-map.md");

    @Test
    void theEventMapIsUpToDate() throws IOException {
        var current = eventMap();
        if (Boolean.getBoolean("update-docs")) {
            Files.createDirectories(EVENT_MAP.getParent());
            Files.writeString(EVENT_MAP, current);
        }
        assertThat(current).as("run mvn test -Dupdate-docs=true").isEqualTo(Files.readString(EVENT_MAP));
    }

    private static String eventMap() {
        var handlers = OurClasses.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(DomainEventHandler.class))
                .collect(groupingBy(
                        method -> method.getRawParameterTypes().getFirst().getName(),
                        TreeMap::new,
                        mapping(
                                EventMapTests::describe,
                                collectingAndThen(toCollection(TreeSet::new), names -> String.join("<br>", names)))));
        return ApplicationModules.of(PlatformApplication.class).stream()
                .flatMap(module -> module.getPublishedEvents().stream()
                        .map(event -> "| %s | %s | %s |"
                                .formatted(
                                        event.getType().getSimpleName(),
                                        module.getIdentifier(),
                                        handlers.getOrDefault(event.getType().getName(), "nobody"))))
                .sorted()
                .collect(joining("\n", "| Event | Published by | Then |\n|---|---|---|\n", "\n"));
    }

    private static String describe(JavaMethod handler) {
        return "`%s`".formatted(handler.getOwner().getName().replace("io.xunshi.platform.", ""));
    }
}
