package io.xunshi.infra.simulation.realname;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import io.xunshi.infra.simulation.http.Answers;
import io.xunshi.infra.simulation.http.Commands;
import io.xunshi.infra.simulation.http.Endpoints;
import io.xunshi.infra.simulation.http.Language;
import io.xunshi.infra.simulation.http.Pages;
import io.xunshi.infra.simulation.http.Provider;
import java.util.Map;

/**
 * The simulated register: everybody has the name that they say, if their number can have been issued. Two names are
 * special, so that the other answers can be had as well.
 */
public final class RealNameProvider {

    /** Belongs to nobody. */
    static final String NAME_OF_NOBODY = "不符";

    /** Makes the register fail. */
    static final String NAME_OF_FAILURE = "不可用";

    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final Provider provider = new Provider("real-name");

    private record Question(String name, String idNumber) {}

    /** What commands change of it. */
    public Provider provider() {
        return provider;
    }

    public void addTo(Endpoints endpoints, Pages pages) {
        endpoints.add(
                post(urlPathEqualTo("/real-name-checks")),
                provider.endpoint(Commands.guarded(RealNameProvider::check)));
        endpoints.add(
                get(urlPathEqualTo("/real-name-checks")),
                request -> pages.page(
                        "real-name",
                        Language.of(request),
                        Map.of("nobody", NAME_OF_NOBODY, "failure", NAME_OF_FAILURE)));
    }

    private static ResponseDefinitionBuilder check(Request request) {
        Question question = Commands.body(request, Question.class);
        if (question.name().equals(NAME_OF_FAILURE)) {
            return Answers.json(UNAVAILABLE, Map.of("error", "The register does not answer"));
        }
        if (!IdNumbers.isValid(question.idNumber())) {
            return Answers.json(OK, Map.of("match", false, "reason", "no such number"));
        }
        return question.name().isBlank() || question.name().equals(NAME_OF_NOBODY)
                ? Answers.json(OK, Map.of("match", false, "reason", "another name"))
                : Answers.json(OK, Map.of("match", true));
    }
}
