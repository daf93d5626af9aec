package io.xunshi.platform.trace.web;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.trace.usecase.ReadDealSalt;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How the sides of a deal know its records in the log again. */
@RestController
class DealSaltController {
    private final ReadDealSalt readDealSalt;

    DealSaltController(ReadDealSalt readDealSalt) {
        this.readDealSalt = readDealSalt;
    }

    @GetMapping("/api/v1/deals/{id}/log-salt")
    @Access(Caller.SIGNED_IN)
    Mono<SaltResponse> salt(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return readDealSalt
                .of(who.id(), new DealId(id))
                .map(salt -> new SaltResponse("HMAC-SHA-256", HexFormat.of().formatHex(salt)));
    }

    /**
     * @param kind how it is used: a record's snapshot is this of the hash of what the step says
     * @param salt hexadecimal
     */
    record SaltResponse(String kind, String salt) {}
}
