package io.xunshi.platform.media.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.ForMachines;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.http.Scope;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.media.DocumentId;
import io.xunshi.platform.media.DocumentView;
import io.xunshi.platform.media.usecase.TakeDocument;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Uploads of documents; whoever may read one reads it where it is shown. */
@RestController
@RequestMapping("/api/v1/documents")
class DocumentController {
    private final TakeDocument takeDocument;

    DocumentController(TakeDocument takeDocument) {
        this.takeDocument = takeDocument;
    }

    /** Answers with an address of the object store, to which the browser then PUTs the file. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER, Scope.FINANCE})
    @Limited("photos")
    Mono<DocumentUploadResponse> announce(
            @AuthenticationPrincipal SignedIn who, @Valid @RequestBody AnnounceDocumentRequest request) {
        return takeDocument
                .announce(who.id(), request.name().strip(), request.contentType(), request.sizeBytes())
                .map(upload -> new DocumentUploadResponse(
                        upload.id().value(), upload.address(), Map.of("Content-Type", upload.mediaType())));
    }

    @PostMapping("/{id}/completion")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER, Scope.FINANCE})
    @Limited("photos")
    Mono<DocumentResponse> complete(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return takeDocument.complete(who.id(), new DocumentId(id)).map(DocumentResponse::of);
    }

    /** @param name of the file, for people */
    record AnnounceDocumentRequest(
            @NotBlank @Size(max = 120) @Pattern(regexp = PlainText.LINE)
            String name,

            @NotBlank @Size(max = 100) String contentType,
            @Positive long sizeBytes) {}

    /** @param url to PUT the file to, with exactly these headers */
    record DocumentUploadResponse(UUID id, URI url, Map<String, String> headers) {}

    /** @param sha256 of what is kept, hexadecimal */
    record DocumentResponse(UUID id, String name, String mediaType, long sizeBytes, String sha256) {
        static DocumentResponse of(DocumentView document) {
            return new DocumentResponse(
                    document.id().value(),
                    document.name(),
                    document.mediaType(),
                    document.sizeBytes(),
                    document.sha256());
        }
    }
}
