package io.xunshi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.ForMachines;
import io.xunshi.platform.http.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/** Every endpoint names who may call it, and docs/endpoint-map.md lists them all. */
class AccessTests {
    private static final Set<String> EXCHANGE = Set.of(
            "exchange", "deal", "auction", "tender", "fulfilment", "clearing", "invoicing", "counterparty", "custody");
    private static final Path ENDPOINT_MAP = Path.of("docs/endpoint-map.md");

    @Test
    void everyHandlerNamesItsCallers() {
        assertThat(handlers())
                .allSatisfy(handler -> assertThat(handler.isAnnotatedWith(Access.class))
                        .as(handler.getFullName())
                        .isTrue());
    }

    /** What a person may do for an organisation on the exchange, its programs may too. */
    @Test
    void theWholeExchangeIsOpenToMachines() {
        assertThat(handlers().stream()
                        .filter(handler -> EXCHANGE.contains(moduleOf(handler)))
                        .filter(handler -> Set.of(handler.reflect()
                                        .getAnnotation(Access.class)
                                        .value())
                                .contains(Caller.SIGNED_IN)))
                .isNotEmpty()
                .allSatisfy(handler -> assertThat(handler.isAnnotatedWith(ForMachines.class))
                        .as(handler.getFullName())
                        .isTrue());
    }

    @Test
    void machinesAreLetInNowhereElseButWhereTradersNeedIt() {
        assertThat(handlers().stream()
                        .filter(handler -> handler.isAnnotatedWith(ForMachines.class))
                        .map(AccessTests::moduleOf)
                        .filter(module -> !EXCHANGE.contains(module))
                        .distinct())
                .containsExactlyInAnyOrder("media", "organisation", "pricing");
    }

    private static String moduleOf(JavaMethod handler) {
        return handler.getOwner().getPackageName().replaceAll("io\\.xunshi\\.platform\\.([a-z]+)\\..*", "$1");
    }

    @Test
    void theEndpointMapIsUpToDate() throws IOException {
        var current = handlers().stream()
                .flatMap(AccessTests::rows)
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.joining("\n", "| Path | Method | Who | Handled by |\n|---|---|---|---|\n", "\n"));
        if (Boolean.getBoolean("update-docs")) {
            Files.writeString(ENDPOINT_MAP, current);
        }
        assertThat(current).as("run mvn test -Dupdate-docs=true").isEqualTo(Files.readString(ENDPOINT_MAP));
    }

    private static List<JavaMethod> handlers() {
        return OurClasses.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(RequestMapping.class))
                .toList();
    }

    private static Stream<String> rows(JavaMethod handler) {
        var method = AnnotatedElementUtils.getMergedAnnotation(handler.reflect(), RequestMapping.class);
        var type = AnnotatedElementUtils.getMergedAnnotation(handler.getOwner().reflect(), RequestMapping.class);
        var prefix = type == null ? "" : String.join("", type.path());
        var paths = method == null || method.path().length == 0 ? new String[] {""} : method.path();
        var callers = Stream.of(handler.reflect().getAnnotation(Access.class).value())
                .map(Caller::name)
                .collect(Collectors.joining(", "));
        var machines = handler.reflect().getAnnotation(ForMachines.class);
        var who = machines == null
                ? callers
                : callers
                        + Stream.of(machines.value())
                                .map(Scope::word)
                                .collect(Collectors.joining(", ", "; machines: ", ""));
        return Stream.of(paths)
                .map(path -> "| `%s` | %s | %s | `%s#%s` |"
                        .formatted(
                                prefix + path,
                                method == null ? "" : method.method()[0],
                                who,
                                handler.getOwner().getName().replace("io.xunshi.platform.", ""),
                                handler.getName()));
    }
}
