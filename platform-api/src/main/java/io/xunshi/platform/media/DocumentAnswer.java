package io.xunshi.platform.media;

import io.xunshi.platform.media.Documents.DocumentFile;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A document for those who may read it: shown in the browser, and kept by nobody in between. */
public final class DocumentAnswer {
    private DocumentAnswer() {}

    public static ResponseEntity<byte[]> of(DocumentFile file) {
        var name = ContentDisposition.inline()
                .filename(file.view().name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.view().mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .cacheControl(CacheControl.noStore())
                .body(file.content());
    }
}
