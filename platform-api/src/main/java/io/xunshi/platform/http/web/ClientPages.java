package io.xunshi.platform.http.web;

import io.xunshi.platform.http.HttpSettings;
import io.xunshi.platform.http.PageHead;
import io.xunshi.platform.http.PageHeads;
import io.xunshi.platform.kernel.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers every address of the web client with its one page, which finds out by itself what to show. The head is
 * written here: crawlers and message apps run no script.
 */
@Component
@Order
class ClientPages implements WebFilter {
    private static final String PLACE_OF_HEAD = "<!--xunshi:head-->";

    /** Of pages that are nobody's business but the visitor's. */
    private static final String UNNAMED = "<title>循市 Xunshi</title><meta name=\"robots\" content=\"noindex\">";

    private static final Set<String> NOT_OURS = Set.of("api", "log", "media", "actuator", "v3", "oauth2");
    private static final CacheControl ASK_AGAIN = CacheControl.noCache();
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final @Nullable String page = page();
    private final List<PageHeads> heads;
    private final HttpSettings settings;
    private final JsonMapper json;

    ClientPages(List<PageHeads> heads, HttpSettings settings, JsonMapper json) {
        this.heads = List.copyOf(heads);
        this.settings = settings;
        this.json = json;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = exchange.getRequest().getPath().pathWithinApplication();
        if (page == null || !isPage(exchange.getRequest(), path)) {
            return chain.filter(exchange);
        }
        var reader = ProblemTexts.languageOf(localeOf(exchange));
        return headOf(path, reader)
                .map(head -> new Answer(HttpStatus.OK, html(head)))
                .onErrorResume(ProblemException.class, problem -> Mono.just(unfound(problem)))
                // The client can still show the page when what it is about cannot be read right now.
                .onErrorResume(failure -> Mono.just(new Answer(HttpStatus.OK, UNNAMED)))
                .defaultIfEmpty(new Answer(HttpStatus.OK, UNNAMED))
                .flatMap(answer -> write(exchange, page, answer));
    }

    private boolean isPage(ServerHttpRequest request, PathContainer path) {
        var segments = path.elements().stream()
                .filter(PathContainer.PathSegment.class::isInstance)
                .map(PathContainer.Element::value)
                .toList();
        var reads = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        return reads
                && (segments.isEmpty()
                        || heads.stream().anyMatch(known -> known.pages().matches(path))
                        // A dot makes a file of it.
                        || !NOT_OURS.contains(segments.getFirst())
                                && segments.stream().noneMatch(segment -> segment.indexOf('.') >= 0));
    }

    private Mono<PageHead> headOf(PathContainer path, Locale reader) {
        return heads.stream()
                .filter(candidate -> candidate.pages().matches(path))
                .findFirst()
                .map(found -> found.headOf(path, reader).timeout(PATIENCE))
                .orElseGet(Mono::empty);
    }

    private static Answer unfound(ProblemException problem) {
        return new Answer(HttpStatusCode.valueOf(Refusal.of(problem.problem()).status()), UNNAMED);
    }

    private static Mono<Void> write(ServerWebExchange exchange, String page, Answer answer) {
        var response = exchange.getResponse();
        response.setStatusCode(answer.status());
        response.getHeaders().setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
        response.getHeaders().setCacheControl(ASK_AGAIN);
        response.getHeaders().setVary(List.of(HttpHeaders.ACCEPT_LANGUAGE));
        var bytes = page.replace(PLACE_OF_HEAD, answer.head()).getBytes(StandardCharsets.UTF_8);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(bytes)));
    }

    private String html(PageHead head) {
        var address = settings.publicUrl().resolve(head.path()).toString();
        var tags = new StringBuilder()
                .append("<title>%s</title>".formatted(escaped(head.title())))
                .append("<meta name=\"description\" content=\"%s\">".formatted(escaped(head.description())))
                .append("<link rel=\"canonical\" href=\"%s\">".formatted(escaped(address)))
                .append(property("og:type", "website"))
                .append(property("og:site_name", "循市 Xunshi"))
                .append(property("og:title", head.title()))
                .append(property("og:description", head.description()))
                .append(property("og:url", address));
        if (head.image() != null) {
            tags.append(property(
                    "og:image", settings.publicUrl().resolve(head.image()).toString()));
        }
        if (head.structuredData() != null) {
            // In JSON a < may be written so; written plainly it could end the element.
            var data = json.writeValueAsString(head.structuredData()).replace("<", "\\u003c");
            tags.append("<script type=\"application/ld+json\">%s</script>".formatted(data));
        }
        return tags.toString();
    }

    private static String property(String name, String content) {
        return "<meta property=\"%s\" content=\"%s\">".formatted(name, escaped(content));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }

    private static Locale localeOf(ServerWebExchange exchange) {
        var locale = exchange.getLocaleContext().getLocale();
        return locale == null ? Locale.SIMPLIFIED_CHINESE : locale;
    }

    /** Null where the server was built without the web client. */
    private static @Nullable String page() {
        var index = new ClassPathResource("static/index.html");
        try {
            return index.exists() ? index.getContentAsString(StandardCharsets.UTF_8) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Answer(HttpStatusCode status, String head) {}
}
