package io.xunshi.platform.regulation.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.regulation.DeviceNumber;
import io.xunshi.platform.regulation.WipeDeclaration;
import io.xunshi.platform.regulation.WipeRecord;
import io.xunshi.platform.regulation.WipeRecord.Result;
import io.xunshi.platform.regulation.usecase.VerifyWipe;
import io.xunshi.platform.regulation.usecase.VerifyWipe.Found;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The desk of a consignment point at which wiped devices are checked. */
@RestController
@RequestMapping("/api/v1/wipe-records/{code}")
class WipeVerificationController {
    private final VerifyWipe verifyWipe;

    WipeVerificationController(VerifyWipe verifyWipe) {
        this.verifyWipe = verifyWipe;
    }

    @GetMapping
    @Access(Caller.POINT_OPERATOR)
    Mono<WipeRecordResponse> read(@PathVariable String code) {
        return verifyWipe.find(code).map(WipeRecordResponse::of);
    }

    /** Once for each record; a device that failed is wiped again and declared anew. */
    @PostMapping("/verification")
    @Access(Caller.POINT_OPERATOR)
    @RequireIdempotencyKey
    Mono<WipeRecordResponse> verify(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String code,
            @Valid @RequestBody VerificationRequest request) {
        return verifyWipe
                .verify(
                        who.id(),
                        code,
                        request.result(),
                        request.numberTail(),
                        Objects.requireNonNullElse(request.remark(), ""))
                .map(WipeRecordResponse::of);
    }

    /** @param numberTail the last four characters of a number on the device */
    record VerificationRequest(
            @NotNull Result result,
            @NotBlank @Size(max = 10) String numberTail,
            @Nullable @Size(max = 200) String remark) {}

    /** @param numbers masked but for their ends */
    record WipeRecordResponse(
            String code,
            List<String> numbers,
            WipeDeclaration.Method method,
            WipeDeclaration.Medium medium,
            @Nullable Integer passes,
            String tool,
            LocalDate wipedOn,
            @Nullable String reportSha256,
            Instant declaredAt,
            @Nullable Result result,
            @Nullable Instant verifiedAt,
            @Nullable String certificateSha256) {
        static WipeRecordResponse of(Found found) {
            WipeRecord record = found.record();
            var wipe = record.declaration();
            var verification = record.verification();
            return new WipeRecordResponse(
                    record.code(),
                    found.numbers().stream().map(DeviceNumber::masked).toList(),
                    wipe.method(),
                    wipe.medium(),
                    wipe.passes(),
                    wipe.tool(),
                    wipe.wipedOn(),
                    wipe.reportSha256(),
                    record.declaredAt(),
                    verification == null ? null : verification.result(),
                    verification == null ? null : verification.at(),
                    verification == null ? null : verification.certificateSha256());
        }
    }
}
