package io.xunshi.platform.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.xunshi.platform.http.HttpProblem;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.UncategorizedR2dbcException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** Failures of other libraries, as callers are told of them. */
class RefusalOfErrorTests {

    @Test
    void ofTwoThatWaitForEachOtherTheOneThatIsUndoneMayTryAgain() {
        var undone = new R2dbcNonTransientResourceException("deadlock detected", "40P01");

        assertThat(Stream.of(undone, new UncategorizedR2dbcException("update", null, undone))
                        .map(error -> RefusalOfError.of(error).orElseThrow().problem()))
                .containsOnly(HttpProblem.CONFLICT);
    }

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
