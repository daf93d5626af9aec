package io.xunshi.infra.simulation.http;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;

/** Answers the requests that match one stub. */
@FunctionalInterface
public interface Endpoint {

    ResponseDefinitionBuilder answer(Request request);
}
