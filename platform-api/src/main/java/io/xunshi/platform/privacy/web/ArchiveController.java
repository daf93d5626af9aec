package io.xunshi.platform.privacy.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.privacy.usecase.MakeArchives;
import io.xunshi.platform.privacy.usecase.ReadArchive;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A copy of all that is kept about the reader. */
@RestController
@RequestMapping("/api/v1/my/privacy/archives")
class ArchiveController {
    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final MakeArchives makeArchives;
    private final ReadArchive readArchive;

    ArchiveController(MakeArchives makeArchives, ReadArchive readArchive) {
        this.makeArchives = makeArchives;
        this.readArchive = readArchive;
    }

    /** It is put together in the background; a notification says when it is ready. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Access(Caller.SIGNED_IN)
    @Limited("passwords")
    Mono<ArchiveResponse> request(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody PasswordRequest request) {
        return makeArchives
                .request(who.id(), request.password())
                .map(archive -> ArchiveResponse.of(archive, makeArchives.endOf(archive)));
    }

    /** A link for some minutes; a new one ends the one before. */
    @PostMapping("/{id}/links")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @Limited("passwords")
    Mono<LinkResponse> link(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody PasswordRequest request) {
        return makeArchives
                .link(who.id(), id, request.password())
                .map(link -> new LinkResponse(
                        URI.create("/api/v1/my/privacy/archives/%s/file?key=%s".formatted(id, link.key())),
                        link.until()));
    }

    /** A ZIP of <code>data.json</code>, <code>index.html</code> and <code>photos/</code>. */
    @GetMapping("/{id}/file")
    @Access(Caller.SIGNED_IN)
    Mono<ResponseEntity<Flux<DataBuffer>>> file(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @RequestParam @Size(max = 100) String key) {
        return readArchive
                .read(who.id(), id, key)
                .map(pieces -> ResponseEntity.ok()
                        .contentType(ZIP)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("xunshi-personal-data.zip")
                                        .build()
                                        .toString())
                        .body(pieces.map(DefaultDataBufferFactory.sharedInstance::wrap)));
    }

    record LinkResponse(URI path, Instant expiresAt) {}
}
