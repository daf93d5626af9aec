package io.xunshi.platform.connection.usecase;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Calls endpoints. */
public interface WebhookSender {

    /**
     * One call. Completes with what came of it, never with an error; names that lead to addresses which are not public
     * are not called.
     */
    Mono<Outcome> send(URI url, Map<String, String> headers, String body);

    /** Whether the host of an address leads to nowhere but where webhooks may go; true for a name that nobody knows. */
    Mono<Boolean> isOutside(URI url);

    /**
     * What came of a call.
     *
     * @param status null where there was no answer
     * @param failure why there was none; null where there was
     * @param answer the beginning of the body
     * @param askedWait for how long the endpoint asked to be left alone, zero where it did not
     */
    record Outcome(@Nullable Integer status, @Nullable String failure, String answer, Duration askedWait) {
        public static Outcome failed(String failure) {
            return new Outcome(null, failure, "", Duration.ZERO);
        }

        public boolean isTaken() {
            return status != null && status >= 200 && status < 300;
        }

        /** The endpoint wants nothing any more. */
        public boolean isGone() {
            return status != null && status == 410;
        }
    }
}
