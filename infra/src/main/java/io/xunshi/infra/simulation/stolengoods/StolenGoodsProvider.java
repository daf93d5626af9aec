package io.xunshi.infra.simulation.stolengoods;

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

/** The simulated list of stolen devices: nothing is on it but a few numbers, so that every answer can be had. */
public final class StolenGoodsProvider {

    /** The customary example of an IMEI, which no device has. */
    static final String STOLEN_IMEI = "490154203237518";

    /** A serial number that begins so is on the list. */
    static final String STOLEN_SERIAL = "STOLEN";

    /** A serial number that begins so makes the list fail. */
    static final String SERIAL_OF_FAILURE = "UNAVAILABLE";

    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final Provider provider = new Provider("stolen-goods");

    private record Question(String kind, String number) {}

    /** What commands change of it. */
    public Provider provider() {
        return provider;
    }

    public void addTo(Endpoints endpoints, Pages pages) {
        endpoints.add(
                post(urlPathEqualTo("/stolen-goods-checks")),
                provider.endpoint(Commands.guarded(StolenGoodsProvider::check)));
        endpoints.add(
                get(urlPathEqualTo("/stolen-goods-checks")),
                request -> pages.page(
                        "stolen-goods",
                        Language.of(request),
                        Map.of("imei", STOLEN_IMEI, "stolen", STOLEN_SERIAL, "failure", SERIAL_OF_FAILURE)));
    }

    private static ResponseDefinitionBuilder check(Request request) {
        Question question = Commands.body(request, Question.class);
        if (question.number().startsWith(SERIAL_OF_FAILURE)) {
            return Answers.json(UNAVAILABLE, Map.of("error", "The list does not answer"));
        }
        return Answers.json(OK, Map.of("reported", isReported(question)));
    }

    private static boolean isReported(Question question) {
        return question.kind().equals("IMEI")
                ? question.number().equals(STOLEN_IMEI)
                : question.number().startsWith(STOLEN_SERIAL);
    }
}
