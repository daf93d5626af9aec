package io.xunshi.infra.simulation.payment;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import io.xunshi.infra.simulation.http.Answers;
import io.xunshi.infra.simulation.http.Endpoint;
import io.xunshi.infra.simulation.http.Form;
import io.xunshi.infra.simulation.http.Provider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/**
 * What holds for every request of Stripe's API: the secret key, the form of errors, and POSTs that are done once for
 * each idempotency key, however often they come. The planned {@link Fault}s happen here.
 */
final class StripeProtocol {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int OK = 200;

    /** Longer than any caller waits. */
    private static final Duration TOO_LATE = Duration.ofSeconds(20);

    private final PaymentBook book;
    private final Faults faults;
    private final Provider provider;
    private final byte[] authorization;

    /** @param secretKey what callers must show */
    StripeProtocol(PaymentBook book, Faults faults, Provider provider, String secretKey) {
        this.book = book;
        this.faults = faults;
        this.provider = provider;
        this.authorization = ("Bearer " + secretKey).getBytes(StandardCharsets.UTF_8);
    }

    /** Reads a POST and says what it does; refuses it for its parameters alone, and such a refusal is not kept. */
    @FunctionalInterface
    interface Reader {
        Work read(Request request, Form form);
    }

    /** Does what a POST asks for, and returns the object to answer with. */
    @FunctionalInterface
    interface Work {
        Map<String, ?> perform(Draft draft);
    }

    /** An answer, and whether it was given before. */
    private record Outcome(KeptAnswer answer, boolean isReplay) {}

    /** A GET. */
    Endpoint reading(Function<Request, Map<String, ?>> answer) {
        return provider.endpoint(guarded(request -> Answers.json(OK, answer.apply(request))));
    }

    /** A POST. */
    Endpoint writing(Reader reader) {
        Endpoint endpoint = provider.endpoint(guarded(request -> {
            String key = Optional.ofNullable(request.getHeader("Idempotency-Key"))
                    .filter(value -> !value.isBlank())
                    .orElseThrow(StripeError::noKey);
            Form form = Form.of(request);
            Work work = reader.read(request, form);
            return answer(book.change(draft -> once(draft, key, fingerprint(request, form), work)));
        }));
        return request -> lost(endpoint.answer(request));
    }

    private Endpoint guarded(Endpoint endpoint) {
        return request -> {
            try {
                requireSecret(request);
                if (faults.happens(Fault.ERROR)) {
                    throw StripeError.planned();
                }
                return endpoint.answer(request);
            } catch (StripeError e) {
                return Answers.json(e.status(), e.body());
            }
        };
    }

    private void requireSecret(Request request) {
        String given = Objects.requireNonNullElse(request.getHeader("Authorization"), "");
        if (!MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), authorization)) {
            throw StripeError.wrongSecret();
        }
    }

    private Outcome once(Draft draft, String key, String fingerprint, Work work) {
        Optional<KeptAnswer> kept = book.answer(key);
        if (kept.isEmpty()) {
            return new Outcome(draft.keep(perform(draft, key, fingerprint, work)), false);
        }
        if (!kept.get().fingerprint().equals(fingerprint)) {
            throw StripeError.otherParameters(key);
        }
        return new Outcome(kept.get(), true);
    }

    private static KeptAnswer perform(Draft draft, String key, String fingerprint, Work work) {
        try {
            return new KeptAnswer(key, fingerprint, OK, JSON.writeValueAsString(work.perform(draft)));
        } catch (StripeError e) {
            return new KeptAnswer(key, fingerprint, e.status(), JSON.writeValueAsString(e.body()));
        }
    }

    private static ResponseDefinitionBuilder answer(Outcome outcome) {
        KeptAnswer answer = outcome.answer();
        ResponseDefinitionBuilder built = Answers.jsonText(answer.status(), answer.body());
        return outcome.isReplay() ? built.withHeader("Idempotent-Replayed", "true") : built;
    }

    private ResponseDefinitionBuilder lost(ResponseDefinitionBuilder answer) {
        if (faults.happens(Fault.TIME_OUT_AFTER_SUCCESS)) {
            return answer.withFixedDelay(Math.toIntExact(TOO_LATE.toMillis()));
        }
        return faults.happens(Fault.ANSWER_LOST)
                ? new ResponseDefinitionBuilder()
                        .withFault(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER)
                : answer;
    }

    private static String fingerprint(Request request, Form form) {
        try {
            byte[] text = (request.getUrl() + form.fields()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
