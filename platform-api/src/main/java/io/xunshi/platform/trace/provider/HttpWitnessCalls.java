package io.xunshi.platform.trace.provider;

import io.xunshi.platform.trace.usecase.WitnessCalls;
import io.xunshi.transparency.note.Checkpoint;
import io.xunshi.transparency.note.Note;
import io.xunshi.transparency.witness.AddCheckpoint;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Asks witnesses over HTTP; keeps connections, as the protocol wants. */
@Component
public class HttpWitnessCalls implements WitnessCalls {
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final WebClient http;

    public HttpWitnessCalls(WebClient.Builder clients) {
        http = clients.codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(Note.BYTES_MAX))
                .build();
    }

    @Override
    public Mono<Reply> add(URI witness, AddCheckpoint request) {
        return http.post()
                .uri(URI.create(witness.toString().replaceFirst("/$", "") + "/add-checkpoint"))
                .contentType(TEXT)
                .bodyValue(request.bytes())
                .exchangeToMono(HttpWitnessCalls::reply);
    }

    private static Mono<Reply> reply(ClientResponse response) {
        return switch (response.statusCode().value()) {
            case 200 -> body(response).map(Reply.Cosigned::new);
            case 409 -> body(response).map(size -> new Reply.Stale(Checkpoint.size(size.strip())));
            default ->
                response.releaseBody()
                        .thenReturn(new Reply.Refused(response.statusCode().value()));
        };
    }

    /** UTF-8, whatever the witness says of it: signatures decide. */
    private static Mono<String> body(ClientResponse response) {
        return response.bodyToMono(byte[].class)
                .defaultIfEmpty(new byte[0])
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
