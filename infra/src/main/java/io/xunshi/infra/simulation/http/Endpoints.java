package io.xunshi.infra.simulation.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Lets WireMock match requests by its stubs and answers each from the endpoint that belongs to the stub. */
public final class Endpoints implements ResponseDefinitionTransformerV2 {

    private static final String NAME = "endpoints";

    private final Map<UUID, Endpoint> byStub = new LinkedHashMap<>();
    private final Map<UUID, StubMapping> stubs = new LinkedHashMap<>();

    /** Adds an endpoint; to be called before the server starts. A later endpoint goes before an earlier one. */
    public void add(MappingBuilder requests, Endpoint endpoint) {
        StubMapping stub =
                requests.willReturn(aResponse().withTransformers(NAME)).build();
        stubs.put(stub.getId(), stub);
        byStub.put(stub.getId(), endpoint);
    }

    public Collection<StubMapping> stubs() {
        return stubs.values();
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        Endpoint endpoint =
                Objects.requireNonNull(byStub.get(event.getStubMapping().getId()));
        return endpoint.answer(event.getRequest()).build();
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }
}
