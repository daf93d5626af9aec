package io.xunshi.platform.media;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.listing.Goods;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
class PhotoUploadIT {
    @LocalServerPort
    private int port;

    private Visitor owner;

    @BeforeEach
    void somebodyTakesPhotos() {
        owner = new Visitor(port).signUp("摄影师");
    }

    @Test
    void completingTwiceGivesTheSamePhoto() {
        var photo = Goods.photo(owner);

        owner.post("/api/v1/photos/" + photo + "/completion", Map.of())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(photo)
                .jsonPath("$.width")
                .isEqualTo(640);
    }

    @Test
    void aPhotoThatNeverArrivedIsNotCompleted() {
        var announced = announce("image/jpeg", 1000);

        owner.post("/api/v1/photos/" + announced + "/completion", Map.of())
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("media.not-uploaded");
    }

    @Test
    void anotherKindOfFileIsRefusedBeforeItIsSent() {
        owner.post("/api/v1/photos", Map.of("contentType", "image/svg+xml", "sizeBytes", 10))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("media.type-not-accepted");
        owner.post("/api/v1/photos", Map.of("contentType", "image/jpeg", "sizeBytes", 20_000_000))
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("media.too-large");
        owner.post("/api/v1/photos", Map.of("contentType", "image/jpeg", "sizeBytes", -1))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void somebodyElsesPhotoIsNotFound() {
        var photo = Goods.photo(owner);

        new Visitor(port)
                .signUp("别人")
                .post("/api/v1/photos/" + photo + "/completion", Map.of())
                .expectStatus()
                .isNotFound();
    }

    @Test
    void aPhotoThatDoesNotExistIsNotFound() {
        owner.get("/media/photos/" + UUID.randomUUID() + "/320.jpg")
                .expectStatus()
                .isNotFound();
        owner.get("/media/photos/not-a-photo/320.jpg").expectStatus().isBadRequest();
    }

    private String announce(String type, int bytes) {
        return Visitor.json(owner.post("/api/v1/photos", Map.of("contentType", type, "sizeBytes", bytes)))
                .at("/id")
                .asString();
    }
}
