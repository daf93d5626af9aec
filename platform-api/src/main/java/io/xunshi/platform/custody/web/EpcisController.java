package io.xunshi.platform.custody.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.xunshi.platform.custody.domain.CustodyEvent;
import io.xunshi.platform.custody.domain.EventFilter;
import io.xunshi.platform.custody.usecase.FindEvents;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.ForMachines;
import io.xunshi.platform.http.Scope;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/**
 * Batches as GS1 EPCIS 2.0 events (JSON-LD), for members and their programs. Lists are read on by the token in the
 * header <code>Link</code>, the earliest event first.
 */
@RestController
@RequestMapping("/api/v1/epcis")
class EpcisController {
    private static final String CONTEXT = "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld";
    private static final String VERSION_HEADER = "GS1-EPCIS-Version";
    private static final String VERSION = "2.0.0";
    private static final String JSON_LD = "application/ld+json";
    private static final String PER_PAGE = "30";
    private static final int PER_PAGE_MAX = 200;

    private final FindEvents findEvents;
    private final Clock clock;

    EpcisController(FindEvents findEvents, Clock clock) {
        this.findEvents = findEvents;
        this.clock = clock;
    }

    /** All of them. */
    @GetMapping("/events")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER, Scope.FINANCE})
    Mono<ResponseEntity<QueryDocument>> events(
            @AuthenticationPrincipal SignedIn who,
            ServerHttpRequest request,
            @RequestParam(required = false) @Nullable String nextPageToken,
            @RequestParam(defaultValue = PER_PAGE) @Min(1) @Max(PER_PAGE_MAX) int perPage) {
        return found(who, EventFilter.ALL, request, nextPageToken, perPage);
    }

    /** One, by the 64 digits of the hash in its id. */
    @GetMapping("/events/{digest}")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER, Scope.FINANCE})
    Mono<ResponseEntity<Map<String, Object>>> event(
            @AuthenticationPrincipal SignedIn who, @PathVariable @Pattern(regexp = "[0-9a-f]{64}") String digest) {
        return findEvents.event(who.id(), digest).map(event -> {
            event.put("@context", context());
            return written().body(event);
        });
    }

    /** In which a parcel was made or used. */
    @GetMapping("/epcs/urn:uuid:{parcel}/events")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER, Scope.FINANCE})
    Mono<ResponseEntity<QueryDocument>> eventsOfParcel(
            @AuthenticationPrincipal SignedIn who,
            ServerHttpRequest request,
            @PathVariable UUID parcel,
            @RequestParam(required = false) @Nullable String nextPageToken,
            @RequestParam(defaultValue = PER_PAGE) @Min(1) @Max(PER_PAGE_MAX) int perPage) {
        return found(who, new EventFilter(null, parcel), request, nextPageToken, perPage);
    }

    /** Of one business step, as <code>collecting</code>. */
    @GetMapping("/bizSteps/{bizStep}/events")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER, Scope.FINANCE})
    Mono<ResponseEntity<QueryDocument>> eventsOfStep(
            @AuthenticationPrincipal SignedIn who,
            ServerHttpRequest request,
            @PathVariable @Pattern(regexp = "[a-z_]{1,40}") String bizStep,
            @RequestParam(required = false) @Nullable String nextPageToken,
            @RequestParam(defaultValue = PER_PAGE) @Min(1) @Max(PER_PAGE_MAX) int perPage) {
        return found(who, new EventFilter(bizStep, null), request, nextPageToken, perPage);
    }

    private Mono<ResponseEntity<QueryDocument>> found(
            SignedIn who, EventFilter filter, ServerHttpRequest request, @Nullable String token, int perPage) {
        return findEvents
                .find(who.id(), filter, Cursor.decode(token), perPage)
                .map(page -> linked(page, request).body(document(page)));
    }

    private static ResponseEntity.BodyBuilder linked(Page<Map<String, Object>> page, ServerHttpRequest request) {
        var next = page.nextCursor();
        return next == null
                ? written()
                : written()
                        .header(
                                HttpHeaders.LINK,
                                "<%s>; rel=\"next\""
                                        .formatted(UriComponentsBuilder.fromPath(
                                                        request.getPath().value())
                                                .query(request.getURI().getRawQuery())
                                                .replaceQueryParam("nextPageToken", next)
                                                .build()
                                                .toUriString()));
    }

    private static ResponseEntity.BodyBuilder written() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(JSON_LD))
                .header(VERSION_HEADER, VERSION);
    }

    private QueryDocument document(Page<Map<String, Object>> page) {
        return new QueryDocument(
                context(),
                "EPCISQueryDocument",
                "2.0",
                clock.instant(),
                new Body(new QueryResults("SimpleEventQuery", new ResultsBody(page.items()))));
    }

    private static List<Object> context() {
        return List.of(CONTEXT, CustodyEvent.NAMESPACES);
    }

    /** As the standard has it. */
    record QueryDocument(
            @JsonProperty("@context") List<Object> context,
            String type,
            String schemaVersion,
            Instant creationDate,
            Body epcisBody) {}

    record Body(QueryResults queryResults) {}

    record QueryResults(String queryName, ResultsBody resultsBody) {}

    record ResultsBody(List<Map<String, Object>> eventList) {}
}
