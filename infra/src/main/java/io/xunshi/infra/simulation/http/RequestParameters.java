package io.xunshi.infra.simulation.http;

import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
import java.util.Objects;
import java.util.Optional;

/** Reads what a request's address says. */
public final class RequestParameters {

    private RequestParameters() {}

    /** The part of the path that stands for the name in the stub's template. */
    public static String path(Request request, String name) {
        return Objects.requireNonNull(request.getPathParameters().get(name));
    }

    /** The parameter of the query, or empty if it is absent or blank. */
    public static Optional<String> query(Request request, String name) {
        QueryParameter parameter = request.queryParameter(name);
        return parameter.isPresent()
                ? Optional.of(parameter.firstValue()).filter(value -> !value.isBlank())
                : Optional.empty();
    }
}
