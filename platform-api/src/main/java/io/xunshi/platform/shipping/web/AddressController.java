package io.xunshi.platform.shipping.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.EntityVersion;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.shipping.AddressId;
import io.xunshi.platform.shipping.domain.Address;
import io.xunshi.platform.shipping.usecase.KeepAddresses;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A person's address book. */
@RestController
@RequestMapping("/api/v1/my/addresses")
class AddressController {
    private final KeepAddresses keepAddresses;

    AddressController(KeepAddresses keepAddresses) {
        this.keepAddresses = keepAddresses;
    }

    /** The default first, then the newest. */
    @GetMapping
    @Access(Caller.SIGNED_IN)
    Mono<AddressesResponse> all(@AuthenticationPrincipal SignedIn who) {
        return keepAddresses.of(who.id()).map(AddressResponse::of).collectList().map(AddressesResponse::new);
    }

    @PostMapping
    @Access(Caller.SIGNED_IN)
    @RequireIdempotencyKey
    Mono<ResponseEntity<AddressResponse>> add(
            @AuthenticationPrincipal SignedIn who, @Valid @RequestBody AddressRequest request) {
        return keepAddresses
                .add(who.id(), request.address(), Boolean.TRUE.equals(request.isDefault()))
                .map(added -> response(added, HttpStatus.CREATED));
    }

    @PutMapping("/{id}")
    @Access(Caller.SIGNED_IN)
    Mono<ResponseEntity<AddressResponse>> edit(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody AddressRequest request) {
        return keepAddresses
                .edit(
                        who.id(),
                        new AddressId(id),
                        EntityVersion.of(ifMatch),
                        request.address(),
                        Boolean.TRUE.equals(request.isDefault()))
                .map(edited -> response(edited, HttpStatus.OK));
    }

    /** Orders that were placed with it keep their copy. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.SIGNED_IN)
    Mono<Void> remove(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return keepAddresses.remove(who.id(), new AddressId(id));
    }

    private static ResponseEntity<AddressResponse> response(Address address, HttpStatus status) {
        return ResponseEntity.status(status)
                .eTag(EntityVersion.tag(address.version()))
                .body(AddressResponse.of(address));
    }

    record AddressesResponse(List<AddressResponse> items) {}
}
