package io.xunshi.infra.simulation.http;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;

/** One simulated company: how it does at the moment, which all its endpoints share. */
public final class Provider {

    private final String name;

    private volatile Condition condition = Condition.GOOD;

    public Provider(String name) {
        this.name = name;
    }

    /** The name in commands, such as {@code real-name}. */
    public String name() {
        return name;
    }

    public Condition condition() {
        return condition;
    }

    public void setCondition(Condition condition) {
        this.condition = condition;
    }

    /** The endpoint as its callers see it under the provider's condition. */
    public Endpoint endpoint(Endpoint endpoint) {
        return request -> {
            Condition now = condition;
            if (!now.isUp()) {
                return new ResponseDefinitionBuilder().withFault(Fault.CONNECTION_RESET_BY_PEER);
            }
            ResponseDefinitionBuilder answer = endpoint.answer(request);
            return now.latencyMillis() == 0 ? answer : answer.withFixedDelay(now.latencyMillis());
        };
    }
}
