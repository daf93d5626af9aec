package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.messaging.domain.PushAddress;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Reaches browsers through their makers' push services. */
public interface PushSender {
    /** Whether the keys are such that something can be encrypted for them. */
    boolean canEncryptFor(PushAddress address);

    /**
     * Fails where the push service does not answer.
     *
     * @param text what the browser's service worker reads, and nobody on the way to it
     */
    Mono<Outcome> send(PushAddress address, String text, Handling handling);

    /**
     * What the push service is told about a message that it cannot read.
     *
     * @param topic of two with the same topic that wait for a browser, the later replaces the earlier
     * @param urgent worth waking a telephone that saves its battery
     */
    record Handling(String topic, boolean urgent) {}

    /** What a push service answers. */
    sealed interface Outcome {
        /** It sees to the rest. */
        record Taken() implements Outcome {}

        /** The browser has ended its subscription. */
        record Gone() implements Outcome {}

        /** It wants no message now. */
        record Busy(Duration retryAfter) implements Outcome {}

        /** It wants this message neither now nor later. */
        record Refused(int status) implements Outcome {}
    }
}
