package io.xunshi.infra.simulation;

import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathTemplate;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Request;
import io.xunshi.infra.server.Variables;
import io.xunshi.infra.simulation.carrier.CarrierProvider;
import io.xunshi.infra.simulation.http.CommandRefused;
import io.xunshi.infra.simulation.http.Commands;
import io.xunshi.infra.simulation.http.Condition;
import io.xunshi.infra.simulation.http.Endpoints;
import io.xunshi.infra.simulation.http.Language;
import io.xunshi.infra.simulation.http.Pages;
import io.xunshi.infra.simulation.http.Provider;
import io.xunshi.infra.simulation.http.RequestParameters;
import io.xunshi.infra.simulation.notice.NoticeProvider;
import io.xunshi.infra.simulation.payment.PaymentProvider;
import io.xunshi.infra.simulation.push.PushProvider;
import io.xunshi.infra.simulation.realname.RealNameProvider;
import io.xunshi.infra.simulation.stolengoods.StolenGoodsProvider;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All simulated providers behind one port. */
public final class ProviderSimulation implements AutoCloseable {

    /** Where platform-api takes the payment provider's webhooks. */
    public static final String WEBHOOK_PATH = "/api/v1/payment-events";

    /** Where it takes the carrier's. */
    public static final String CARRIER_WEBHOOK_PATH = "/api/v1/carrier-events";

    /** Enough for a crowd of callers that all wait for a slow provider. */
    private static final int THREADS = 256;

    private final SimulationSettings settings;
    private final PaymentProvider payments;
    private final NoticeProvider notices;
    private final RealNameProvider realNames = new RealNameProvider();
    private final StolenGoodsProvider stolenGoods = new StolenGoodsProvider();
    private final CarrierProvider carrier;
    private final PushProvider push = new PushProvider();
    private final WireMockServer server;

    private ProviderSimulation(SimulationSettings settings) {
        this.settings = settings;
        payments = new PaymentProvider(settings.folder(), settings.paymentKey(), settings.webhookSecret());
        notices = new NoticeProvider(settings.folder());
        carrier = new CarrierProvider(settings.folder(), settings.paymentKey(), settings.webhookSecret());
        Endpoints endpoints = endpoints();
        server = new WireMockServer(configuration(settings.port()).extensions(endpoints));
        endpoints.stubs().forEach(server::addStubMapping);
    }

    /** A running simulation that goes on where the one before it in the folder ended. */
    public static ProviderSimulation start(SimulationSettings settings) {
        var simulation = new ProviderSimulation(settings);
        simulation.payments.start();
        simulation.server.start();
        return simulation;
    }

    /** Where it answers. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** The environment variables by which the platform finds and enters the providers. */
    public Map<String, String> environment() {
        String url = url().toString();
        return Map.of(
                Variables.PAYMENT_URL, url,
                Variables.PAYMENT_SECRET_KEY, settings.paymentKey(),
                Variables.PAYMENT_WEBHOOK_SECRET, settings.webhookSecret(),
                Variables.NOTICE_URL, url,
                Variables.REAL_NAME_URL, url,
                Variables.STOLEN_GOODS_URL, url,
                Variables.CARRIER_URL, url,
                Variables.CARRIER_KEY, settings.paymentKey(),
                Variables.CARRIER_WEBHOOK_SECRET, settings.webhookSecret(),
                Variables.PUSH_SERVICES, url);
    }

    /** Begins to send webhooks to the platform at the address, those first that have waited for it. */
    public void sendWebhooksTo(URI platform) {
        payments.sendWebhooksTo(platform.resolve(WEBHOOK_PATH));
        carrier.sendWebhooksTo(platform.resolve(CARRIER_WEBHOOK_PATH));
    }

    @Override
    public void close() {
        server.stop();
        payments.close();
        notices.close();
        carrier.close();
    }

    private Endpoints endpoints() {
        var endpoints = new Endpoints();
        var pages = new Pages();
        payments.addTo(endpoints, pages);
        notices.addTo(endpoints, pages);
        realNames.addTo(endpoints, pages);
        stolenGoods.addTo(endpoints, pages);
        carrier.addTo(endpoints, pages);
        push.addTo(endpoints, pages);
        endpoints.add(get(urlPathEqualTo("/")), request -> pages.page("home", Language.of(request), Map.of()));
        endpoints.add(get(urlPathEqualTo("/simulation/style.css")), Pages.file("style.css", "text/css"));
        endpoints.add(get(urlPathEqualTo("/simulation/messages.js")), Pages.file("messages.js", "text/javascript"));
        addConditions(endpoints);
        return endpoints;
    }

    private void addConditions(Endpoints endpoints) {
        Map<String, Provider> providers = Stream.of(
                        payments.provider(),
                        notices.provider(),
                        realNames.provider(),
                        stolenGoods.provider(),
                        carrier.provider(),
                        push.provider())
                .collect(Collectors.toMap(Provider::name, Function.identity()));
        endpoints.add(get(urlPathEqualTo("/simulation/conditions")), Commands.endpoint(_ -> conditions(providers)));
        endpoints.add(put(urlPathTemplate("/simulation/conditions/{provider}")), Commands.endpoint(request -> {
            provider(providers, request).setCondition(Commands.body(request, Condition.class));
            return conditions(providers);
        }));
        endpoints.add(delete(urlPathEqualTo("/simulation/conditions")), Commands.endpoint(_ -> {
            providers.values().forEach(provider -> provider.setCondition(Condition.GOOD));
            return conditions(providers);
        }));
    }

    private static Map<String, Condition> conditions(Map<String, Provider> providers) {
        return providers.values().stream().collect(Collectors.toMap(Provider::name, Provider::condition));
    }

    private static Provider provider(Map<String, Provider> providers, Request request) {
        Provider provider = providers.get(RequestParameters.path(request, "provider"));
        if (provider == null) {
            throw new CommandRefused("The providers are " + String.join(", ", providers.keySet()));
        }
        return provider;
    }

    /** WireMock's own administration stays shut: what it would change is what the providers are made of. */
    private static WireMockConfiguration configuration(int port) {
        return options()
                .bindAddress("127.0.0.1")
                .port(port)
                .http2PlainDisabled(true)
                .containerThreads(THREADS)
                .jettyStopTimeout(1_000L)
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .templatingEnabled(false)
                .gzipDisabled(true)
                .adminAuthenticator(_ -> false);
    }
}
