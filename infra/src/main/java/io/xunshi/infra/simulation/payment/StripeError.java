package io.xunshi.infra.simulation.payment;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A refusal in Stripe's form. */
final class StripeError extends RuntimeException {

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;
    private static final String INVALID_REQUEST = "invalid_request_error";

    private final int status;
    private final String type;
    private final @Nullable String code;
    private final @Nullable String parameter;

    private StripeError(int status, String type, @Nullable String code, @Nullable String parameter, String message) {
        super(message);
        this.status = status;
        this.type = type;
        this.code = code;
        this.parameter = parameter;
    }

    static StripeError missing(String parameter) {
        return new StripeError(
                BAD_REQUEST,
                INVALID_REQUEST,
                "parameter_missing",
                parameter,
                "Missing required param: " + parameter + ".");
    }

    static StripeError unknown(String parameter) {
        return new StripeError(
                BAD_REQUEST,
                INVALID_REQUEST,
                "parameter_unknown",
                parameter,
                "Received unknown parameter: " + parameter);
    }

    static StripeError invalid(String parameter, String message) {
        return new StripeError(BAD_REQUEST, INVALID_REQUEST, "parameter_invalid", parameter, message);
    }

    /** What was asked for is not possible in the object's state. */
    static StripeError state(String code, String message) {
        return new StripeError(BAD_REQUEST, INVALID_REQUEST, code, null, message);
    }

    static StripeError noSuch(String kind, String id) {
        return new StripeError(
                NOT_FOUND, INVALID_REQUEST, "resource_missing", "id", "No such " + kind + ": '" + id + "'");
    }

    static StripeError noSuchAddress(String method, String path) {
        return new StripeError(
                NOT_FOUND, INVALID_REQUEST, null, null, "Unrecognized request URL (" + method + ": " + path + ").");
    }

    static StripeError noKey() {
        return new StripeError(
                BAD_REQUEST,
                INVALID_REQUEST,
                "idempotency_key_missing",
                null,
                "This simulation takes no POST without an Idempotency-Key header.");
    }

    static StripeError otherParameters(String key) {
        return new StripeError(
                BAD_REQUEST,
                "idempotency_error",
                null,
                null,
                "Keys for idempotent requests can only be used with the same parameters they were first used with. Try"
                        + " using a key other than '" + key + "' if you meant to execute a different request.");
    }

    static StripeError wrongSecret() {
        return new StripeError(UNAUTHORIZED, INVALID_REQUEST, null, null, "Invalid API Key provided.");
    }

    static StripeError planned() {
        return new StripeError(
                SERVER_ERROR, "api_error", null, null, "An unknown error occurred, as the simulation was told.");
    }

    int status() {
        return status;
    }

    Map<String, Object> body() {
        var error = new LinkedHashMap<String, Object>();
        error.put("type", type);
        error.put("message", String.valueOf(getMessage()));
        if (code != null) {
            error.put("code", code);
        }
        if (parameter != null) {
            error.put("param", parameter);
        }
        return Map.of("error", error);
    }
}
