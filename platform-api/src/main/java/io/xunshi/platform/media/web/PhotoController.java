package io.xunshi.platform.media.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.ForMachines;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.http.Scope;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.media.PhotoResponse;
import io.xunshi.platform.media.usecase.ReadPhoto;
import io.xunshi.platform.media.usecase.TakePhoto;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Uploads and views of photos. */
@RestController
class PhotoController {
    private static final CacheControl FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final TakePhoto takePhoto;
    private final ReadPhoto readPhoto;

    PhotoController(TakePhoto takePhoto, ReadPhoto readPhoto) {
        this.takePhoto = takePhoto;
        this.readPhoto = readPhoto;
    }

    /** Answers with an address of the object store, to which the browser then PUTs the file. */
    @PostMapping("/api/v1/photos")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER})
    @Limited("photos")
    Mono<UploadResponse> announce(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody AnnounceRequest request) {
        return takePhoto
                .announce(who.id(), request.contentType(), request.sizeBytes())
                .map(upload -> new UploadResponse(
                        upload.id().value(),
                        new Upload(upload.address(), "PUT", Map.of("Content-Type", upload.mediaType()))));
    }

    @PostMapping("/api/v1/photos/{id}/completion")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER})
    @Limited("photos")
    Mono<PhotoResponse> complete(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return takePhoto.complete(who.id(), new PhotoId(id)).map(PhotoResponse::of);
    }

    @GetMapping("/media/photos/{id}/{width}.jpg")
    @Access(Caller.PUBLIC)
    Mono<ResponseEntity<byte[]>> read(@PathVariable UUID id, @PathVariable int width) {
        return readPhoto
                .read(new PhotoId(id), width)
                .map(jpeg -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_JPEG)
                        .cacheControl(FOREVER)
                        .body(jpeg));
    }

    record AnnounceRequest(
            @NotBlank @Size(max = 100) String contentType,
            @Positive long sizeBytes) {}

    record UploadResponse(UUID id, Upload upload) {}

    record Upload(URI url, String method, Map<String, String> headers) {}
}
