package io.xunshi.infra.simulation.http;

import com.github.tomakehurst.wiremock.http.Request;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How tests and fault scripts give orders to the simulation: JSON in, JSON out. */
public final class Commands {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    private Commands() {}

    /** Carries out a command. */
    @FunctionalInterface
    public interface Command {

        /**
         * Returns the answer.
         *
         * @throws CommandRefused with what the caller did wrong
         */
        Object run(Request request);
    }

    /** The endpoint that takes the command. */
    public static Endpoint endpoint(Command command) {
        return guarded(request -> Answers.json(OK, command.run(request)));
    }

    /** The endpoint, with refusals told to the caller. */
    public static Endpoint guarded(Endpoint endpoint) {
        return request -> {
            try {
                return endpoint.answer(request);
            } catch (CommandRefused e) {
                return Answers.json(BAD_REQUEST, Map.of("error", String.valueOf(e.getMessage())));
            }
        };
    }

    /** The request's JSON body; all properties of the type must be there, and no others. */
    public static <T> T body(Request request, Class<T> type) {
        try {
            return JSON.readValue(request.getBody(), type);
        } catch (JacksonException e) {
            throw new CommandRefused(e.getOriginalMessage());
        }
    }
}
