package io.xunshi.platform.appraisal.web;

import io.xunshi.platform.appraisal.domain.Licence;
import io.xunshi.platform.appraisal.usecase.KeepLicences;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.SignedIn;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Appraisers' certificates: administrators enter them, each operator reads their own. */
@RestController
@RequestMapping("/api/v1")
class LicenceController {
    private final KeepLicences keepLicences;

    LicenceController(KeepLicences keepLicences) {
        this.keepLicences = keepLicences;
    }

    /** In place of the one before; what was certified under that stays. */
    @PutMapping("/operators/{account}/appraiser-licence")
    @Access(Caller.ADMINISTRATOR)
    Mono<LicenceResponse> enter(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID account,
            @Valid @RequestBody LicenceRequest request) {
        return keepLicences.enter(who.id(), request.licence(account)).map(LicenceResponse::of);
    }

    @GetMapping("/my/appraiser-licence")
    @Access(Caller.POINT_OPERATOR)
    Mono<LicenceResponse> own(@AuthenticationPrincipal SignedIn who) {
        return keepLicences.find(who.id()).map(LicenceResponse::of);
    }

    /** @param categories roots stand for their leaves */
    record LicenceRequest(
            @NotBlank @Size(max = 40) @Pattern(regexp = PlainText.LINE)
            String number,

            @NotNull @Size(max = 60) List<@NotNull @Size(max = 40) String> categories,
            @NotNull LocalDate validFrom,
            @NotNull LocalDate validUntil) {
        Licence licence(UUID account) {
            return new Licence(new AccountId(account), number.strip(), categories, validFrom, validUntil);
        }
    }

    record LicenceResponse(String number, List<String> categories, LocalDate validFrom, LocalDate validUntil) {
        static LicenceResponse of(Licence licence) {
            return new LicenceResponse(
                    licence.number(), licence.categories(), licence.validFrom(), licence.validUntil());
        }
    }
}
