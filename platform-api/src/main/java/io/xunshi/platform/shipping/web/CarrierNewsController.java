package io.xunshi.platform.shipping.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.shipping.usecase.ReceiveCarrierNews;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Where the carrier calls; its signature is all the authentication there is. */
@RestController
class CarrierNewsController {
    private final ReceiveCarrierNews receiveCarrierNews;

    CarrierNewsController(ReceiveCarrierNews receiveCarrierNews) {
        this.receiveCarrierNews = receiveCarrierNews;
    }

    @PostMapping("/api/v1/carrier-events")
    @Access(Caller.PUBLIC)
    Mono<Void> receive(
            @RequestBody String payload,
            @RequestHeader(name = "Carrier-Signature", defaultValue = "") String signature) {
        return receiveCarrierNews.receive(payload, signature);
    }
}
