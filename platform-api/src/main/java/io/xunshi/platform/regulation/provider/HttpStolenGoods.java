package io.xunshi.platform.regulation.provider;

import io.xunshi.platform.regulation.DeviceNumber;
import io.xunshi.platform.regulation.usecase.RegulationSettings;
import io.xunshi.platform.regulation.usecase.StolenGoods;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Asks the provider that keeps the list of stolen devices. */
@Component
class HttpStolenGoods implements StolenGoods {
    private final WebClient provider;
    private final Duration timeout;

    HttpStolenGoods(WebClient.Builder clients, RegulationSettings settings) {
        provider = clients.baseUrl(settings.stolenGoodsUrl().toString()).build();
        timeout = settings.providerTimeout();
    }

    @Override
    public Mono<Boolean> isReported(DeviceNumber number) {
        return provider.post()
                .uri("/stolen-goods-checks")
                .bodyValue(new Question(number.kind(), number.number()))
                .retrieve()
                .bodyToMono(Answer.class)
                .timeout(timeout)
                .map(Answer::reported);
    }

    private record Question(DeviceNumber.Kind kind, String number) {}

    private record Answer(boolean reported) {}
}
