package io.xunshi.platform.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.http.HttpProblem;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** Failures of other libraries, as callers are told of them. */
class RefusalOfErrorTests {

    @Test
    void whoFindsAFullQueueIsAskedToComeAgain() {
        var desk = Schedulers.newBoundedElastic(1, 1, "full");
        try {
            desk.schedule(() -> {}, 1, TimeUnit.HOURS);

            StepVerifier.create(Mono.fromCallable(() -> "done").subscribeOn(desk))
                    .verifyErrorSatisfies(rejected -> assertThat(
                                    RefusalOfError.of(rejected).orElseThrow().problem())
                            .isEqualTo(HttpProblem.UNAVAILABLE));
        } finally {
            desk.dispose();
        }
    }
}
