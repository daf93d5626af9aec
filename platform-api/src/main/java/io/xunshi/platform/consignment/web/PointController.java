package io.xunshi.platform.consignment.web;

import io.xunshi.platform.consignment.PointId;
import io.xunshi.platform.consignment.domain.Point;
import io.xunshi.platform.consignment.usecase.FindPoints;
import io.xunshi.platform.consignment.usecase.RunPoints;
import io.xunshi.platform.consignment.usecase.RunPoints.NewProfile;
import io.xunshi.platform.consignment.usecase.RunPoints.Rates;
import io.xunshi.platform.consignment.web.PointResponse.CommissionResponse;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.EntityVersion;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.listing.Place;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Consignment points: everybody finds them, administrators open and run them. */
@RestController
@RequestMapping("/api/v1/points")
class PointController {
    private final FindPoints findPoints;
    private final RunPoints runPoints;

    PointController(FindPoints findPoints, RunPoints runPoints) {
        this.findPoints = findPoints;
        this.runPoints = runPoints;
    }

    /** By distance from the district's centre, or by name. */
    @GetMapping
    @Access(Caller.PUBLIC)
    @Limited("search")
    Mono<List<PointResponse>> near(@RequestParam(required = false) @Nullable String district) {
        return findPoints
                .near(district)
                .map(near -> near.stream().map(PointResponse::of).toList());
    }

    @GetMapping("/{id}")
    @Access(Caller.PUBLIC)
    @Limited("search")
    Mono<ResponseEntity<PointResponse>> read(@PathVariable UUID id) {
        return findPoints
                .find(new PointId(id))
                .map(open -> ResponseEntity.ok()
                        .eTag(EntityVersion.tag(open.point().version()))
                        .body(PointResponse.of(open)));
    }

    @PostMapping
    @Access(Caller.ADMINISTRATOR)
    @RequireIdempotencyKey
    Mono<ResponseEntity<PointResponse>> open(
            @AuthenticationPrincipal SignedIn who, @Valid @RequestBody OpenRequest request) {
        return runPoints
                .open(
                        who.id(),
                        request.accountContact(),
                        request.profile().said(),
                        request.commission().rates())
                .map(point -> response(point, HttpStatus.CREATED));
    }

    @PutMapping("/{id}")
    @Access(Caller.ADMINISTRATOR)
    Mono<ResponseEntity<PointResponse>> edit(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ProfileRequest request) {
        return runPoints
                .edit(new PointId(id), EntityVersion.of(ifMatch), request.said())
                .map(point -> response(point, HttpStatus.OK));
    }

    /** A new version; agreements of before keep theirs. */
    @PostMapping("/{id}/commission-schemes")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.ADMINISTRATOR)
    @RequireIdempotencyKey
    Mono<CommissionResponse> decide(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @Valid @RequestBody CommissionRequest request) {
        return runPoints
                .decide(who.id(), new PointId(id), request.rates(), request.effectiveFrom())
                .map(CommissionResponse::of);
    }

    @GetMapping("/{id}/operators")
    @Access(Caller.ADMINISTRATOR)
    Mono<List<OperatorResponse>> operators(@PathVariable UUID id) {
        return findPoints.operatorsOf(new PointId(id)).map(OperatorResponse::of).collectList();
    }

    @PostMapping("/{id}/operators")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.ADMINISTRATOR)
    Mono<Void> employ(@PathVariable UUID id, @Valid @RequestBody OperatorRequest request) {
        return runPoints.employ(new PointId(id), request.contact());
    }

    @DeleteMapping("/{id}/operators/{account}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.ADMINISTRATOR)
    Mono<Void> dismiss(@PathVariable UUID id, @PathVariable UUID account) {
        return runPoints.dismiss(new PointId(id), new AccountId(account));
    }

    private static ResponseEntity<PointResponse> response(Point point, HttpStatus status) {
        return ResponseEntity.status(status)
                .eTag(EntityVersion.tag(point.version()))
                .body(PointResponse.of(point));
    }

    /** @param accountContact of the shop's own account, which has the role of an operator */
    record OpenRequest(
            @NotBlank @Size(max = 100) String accountContact,
            @NotNull @Valid ProfileRequest profile,
            @NotNull @Valid FirstCommissionRequest commission) {}

    /** @param location null for the district's centre */
    record ProfileRequest(
            @NotBlank @Size(max = 60) @Pattern(regexp = PlainText.LINE)
            String name,

            @NotBlank @Size(max = 200) @Pattern(regexp = PlainText.LINE)
            String address,

            @NotBlank @Size(max = 20) String districtCode,
            @Nullable Place location,

            @NotBlank @Size(max = 200) @Pattern(regexp = PlainText.LINES)
            String hours,

            @NotNull @Min(1) @Max(100_000) Integer capacity) {

        NewProfile said() {
            return new NewProfile(name, address, districtCode, location, hours, capacity);
        }
    }

    /** In thousandths of the price. */
    record FirstCommissionRequest(
            @NotNull Integer usualPerMille,
            @Nullable @Size(max = 200) Map<String, @NotNull Integer> perMilleOf) {

        Rates rates() {
            return new Rates(usualPerMille, Objects.requireNonNullElse(perMilleOf, Map.of()));
        }
    }

    record CommissionRequest(
            @NotNull Instant effectiveFrom,
            @NotNull Integer usualPerMille,
            @Nullable @Size(max = 200) Map<String, @NotNull Integer> perMilleOf) {

        Rates rates() {
            return new Rates(usualPerMille, Objects.requireNonNullElse(perMilleOf, Map.of()));
        }
    }

    record OperatorRequest(@NotBlank @Size(max = 100) String contact) {}

    record OperatorResponse(UUID accountId, String displayName, String maskedContact) {

        static OperatorResponse of(AccountView account) {
            return new OperatorResponse(account.id().value(), account.displayName(), account.maskedContact());
        }
    }
}
