package io.xunshi.platform.listing.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.usecase.DescribeDevice;
import io.xunshi.platform.regulation.DeviceNumber;
import io.xunshi.platform.regulation.WipeDeclaration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Numbers and wipe record of a thing that holds data. Everybody reads them, masked; its owner writes them. */
@RestController
@RequestMapping("/api/v1/listings/{id}")
class DeviceController {
    private final DescribeDevice describeDevice;

    DeviceController(DescribeDevice describeDevice) {
        this.describeDevice = describeDevice;
    }

    @GetMapping("/device")
    @Access(Caller.PUBLIC)
    Mono<DeviceResponse> read(@AuthenticationPrincipal @Nullable SignedIn who, @PathVariable UUID id) {
        return describeDevice
                .find(new ListingId(id), who == null ? null : who.id())
                .map(DeviceResponse::of);
    }

    /** In place of those entered before; while the listing is not public. */
    @PutMapping("/device-numbers")
    @Access(Caller.RESIDENT)
    Mono<DeviceResponse> enterNumbers(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody NumbersRequest request) {
        return describeDevice
                .enterNumbers(who.id(), new ListingId(id), request.typed())
                .map(DeviceResponse::of);
    }

    /** In place of a record that was not verified. */
    @PutMapping("/wipe-record")
    @Access(Caller.RESIDENT)
    Mono<DeviceResponse> declareWiped(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody WipeRequest request) {
        return describeDevice
                .declareWiped(who.id(), new ListingId(id), request.declaration())
                .map(DeviceResponse::of);
    }

    record NumbersRequest(@NotNull @Size(max = 10) List<@NotNull @Valid Typed> numbers) {
        List<DeviceNumber> typed() {
            return numbers.stream()
                    .map(number -> new DeviceNumber(number.kind(), number.number()))
                    .toList();
        }

        record Typed(
                DeviceNumber.@NotNull Kind kind,
                @NotNull @Size(max = 60) String number) {}
    }

    /** @param reportSha256 of the tool's report, hexadecimal; it stays with the seller */
    record WipeRequest(
            WipeDeclaration.@NotNull Method method,
            WipeDeclaration.@NotNull Medium medium,
            @Nullable Integer passes,
            @Nullable @Size(max = 100) String tool,
            @NotNull LocalDate wipedOn,
            @Nullable @Size(max = 64) String reportSha256,
            @Nullable Boolean consent) {
        WipeDeclaration declaration() {
            return new WipeDeclaration(
                    method,
                    medium,
                    passes,
                    Objects.requireNonNullElse(tool, "").strip(),
                    wipedOn,
                    reportSha256,
                    Boolean.TRUE.equals(consent));
        }
    }
}
