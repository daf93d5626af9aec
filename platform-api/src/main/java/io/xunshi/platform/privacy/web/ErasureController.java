package io.xunshi.platform.privacy.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.privacy.usecase.PersonalTexts;
import io.xunshi.platform.privacy.usecase.ReadPersonalData;
import io.xunshi.platform.privacy.usecase.RequestErasure;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The end of one's own account. */
@RestController
@RequestMapping("/api/v1/my/privacy")
class ErasureController {
    private final RequestErasure requestErasure;
    private final ReadPersonalData readPersonalData;
    private final PersonalTexts texts;

    ErasureController(RequestErasure requestErasure, ReadPersonalData readPersonalData, PersonalTexts texts) {
        this.requestErasure = requestErasure;
        this.readPersonalData = readPersonalData;
        this.texts = texts;
    }

    /** What an erasure would wait for, before anybody asks for one. */
    @GetMapping("/hindrances")
    @Access(Caller.SIGNED_IN)
    Mono<HindrancesResponse> hindrances(@AuthenticationPrincipal SignedIn who, Locale reader) {
        return found(who, reader).map(HindrancesResponse::new);
    }

    /** Offers are taken back at once; the rest waits until it is due and nothing is unfinished. */
    @PostMapping("/erasure")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @Limited("passwords")
    Mono<ErasureResponse> request(
            @AuthenticationPrincipal SignedIn who, @Valid @RequestBody PasswordRequest request, Locale reader) {
        return requestErasure
                .request(who.id(), request.password())
                .flatMap(erasure -> found(who, reader).map(hindrances -> ErasureResponse.of(erasure, hindrances)));
    }

    @DeleteMapping("/erasure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.SIGNED_IN)
    Mono<Void> callOff(@AuthenticationPrincipal SignedIn who) {
        return requestErasure.callOff(who.id());
    }

    private Mono<List<HindranceResponse>> found(SignedIn who, Locale reader) {
        return readPersonalData
                .hindrances(who.id())
                .map(hindrance -> HindranceResponse.of(hindrance, texts, reader))
                .collectList();
    }

    record HindrancesResponse(List<HindranceResponse> items) {}
}
