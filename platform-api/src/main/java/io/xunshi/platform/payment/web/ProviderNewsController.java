package io.xunshi.platform.payment.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.payment.usecase.ReceiveProviderNews;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Where the payment provider calls; its signature is all the authentication there is. */
@RestController
class ProviderNewsController {
    private final ReceiveProviderNews receiveProviderNews;

    ProviderNewsController(ReceiveProviderNews receiveProviderNews) {
        this.receiveProviderNews = receiveProviderNews;
    }

    @PostMapping("/api/v1/payment-events")
    @Access(Caller.PUBLIC)
    Mono<Void> receive(
            @RequestBody String payload,
            @RequestHeader(name = "Stripe-Signature", defaultValue = "") String signature) {
        return receiveProviderNews.receive(payload, signature);
    }
}
