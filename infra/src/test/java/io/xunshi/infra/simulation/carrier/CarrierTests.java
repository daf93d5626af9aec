package io.xunshi.infra.simulation.carrier;

import static io.xunshi.infra.simulation.RunningSimulation.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.infra.simulation.RunningSimulation;
import io.xunshi.infra.simulation.SimulationClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CarrierTests {

    @RegisterExtension
    private final RunningSimulation world = new RunningSimulation();

    @Test
    void aRepeatedBookingIsTheSameParcel() throws Exception {
        var first = book();

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(json(book())).isEqualTo(json(first));
    }

    @Test
    void aBookingIsCalledOffOnlyUntilItIsPickedUp() throws Exception {
        book();
        client().moveParcel("order-1", "PICKED_UP", "郑州市");

        assertThat(json(api("POST", "/carrier/parcels/order-1/cancellation", ""))
                        .at("/status")
                        .asString())
                .isEqualTo("PICKED_UP");
    }

    @Test
    void aParcelIsKnownAfterARestartWithWhatHappenedToIt() throws Exception {
        book();
        client().moveParcel("order-1", "PICKED_UP", "郑州市");

        world.restart();

        assertThat(json(api("GET", "/carrier/parcels/order-1", "")).at("/events"))
                .hasSize(2);
    }

    @Test
    void aTesterMovesItAlongOnAPage() throws Exception {
        book();

        assertThat(world.page("/carrier", "en").body()).contains("Picked up");
    }

    @Test
    void whoHasNoKeyLearnsNothing() throws Exception {
        var request = HttpRequest.newBuilder(url("/carrier/parcels/order-1")).build();

        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
    }

    private HttpResponse<String> book() throws Exception {
        var party = """
                {"name": "王小明", "phone": "13800138000", "province": "41", "city": "郑州市", "street": "花园路 1 号"}""";
        return api("POST", "/carrier/parcels", """
                {"reference": "order-1", "weightGrams": 900, "sender": %1$s, "receiver": %1$s}""".formatted(party));
    }

    private HttpResponse<String> api(String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(url(path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer sk_test_simulation")
                .header("Idempotency-Key", "order-1")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private SimulationClient client() {
        return new SimulationClient(world.simulation().url());
    }

    private URI url(String path) {
        return world.simulation().url().resolve(path);
    }
}
