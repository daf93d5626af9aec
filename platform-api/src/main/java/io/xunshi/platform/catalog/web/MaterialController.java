package io.xunshi.platform.catalog.web;

import io.xunshi.platform.catalog.CatalogProblem;
import io.xunshi.platform.catalog.LicenceGate;
import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.catalog.MaterialEdition;
import io.xunshi.platform.catalog.Materials;
import io.xunshi.platform.catalog.QualityAttribute;
import io.xunshi.platform.catalog.usecase.PublishEdition;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.CityTime;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What is traded as scrap, and what is said of its quality. */
@RestController
@RequestMapping("/api/v1/materials")
class MaterialController {
    private static final CacheControl KEEP =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final Materials materials;
    private final PublishEdition publishEdition;
    private final Clock clock;

    MaterialController(Materials materials, PublishEdition publishEdition, Clock clock) {
        this.materials = materials;
        this.publishEdition = publishEdition;
        this.clock = clock;
    }

    /** All of today's, each parent before its children. */
    @GetMapping
    @Access(Caller.PUBLIC)
    Mono<ResponseEntity<List<Material>>> tree() {
        return materials.tree(today()).map(MaterialController::kept);
    }

    /** @param on a day in the city; today where none is named */
    @GetMapping("/{code}")
    @Access(Caller.PUBLIC)
    Mono<ResponseEntity<MaterialResponse>> read(
            @PathVariable String code, @RequestParam(required = false) @Nullable LocalDate on) {
        return materials
                .find(code, Objects.requireNonNullElseGet(on, this::today))
                .switchIfEmpty(Mono.error(CatalogProblem.NO_SUCH_MATERIAL::raise))
                .map(material -> kept(new MaterialResponse(material, materials.quality(material.qualitySchema()))));
    }

    /** All, also those that are to come, the first one first. */
    @GetMapping("/{code}/editions")
    @Access(Caller.PUBLIC)
    Mono<List<Material>> editions(@PathVariable String code) {
        return materials
                .editionsOf(code)
                .switchIfEmpty(Mono.error(CatalogProblem.NO_SUCH_MATERIAL::raise))
                .collectList();
    }

    /** Begins on a later day than today and than any other. */
    @PostMapping("/{code}/editions")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.ADMINISTRATOR)
    @RequireIdempotencyKey
    Mono<Material> publish(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String code,
            @Valid @RequestBody MaterialEditionRequest request) {
        return publishEdition.publish(who.id(), request.edition(code));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
    }

    private static <T> ResponseEntity<T> kept(T body) {
        return ResponseEntity.ok().cacheControl(KEEP).body(body);
    }

    /** @param quality what is said of it, in order */
    record MaterialResponse(Material material, List<QualityAttribute> quality) {}

    /**
     * @param basedOn the number of the edition that it was made from, which has to be the newest
     * @param limits as the standard writes them, with semicolons between them
     */
    record MaterialEditionRequest(
            @NotNull @Positive @Max(10_000) Integer basedOn,
            @NotNull LocalDate validFrom,

            @NotBlank @Size(max = 60) @Pattern(regexp = PlainText.LINE)
            String nameZh,

            @NotBlank @Size(max = 80) @Pattern(regexp = PlainText.LINE)
            String nameEn,

            @NotNull @Size(max = 120) @Pattern(regexp = PlainText.LINE)
            String standard,

            @NotNull LicenceGate licenceGate,

            @NotNull @Size(max = 300) @Pattern(regexp = PlainText.LINE)
            String limits) {
        MaterialEdition edition(String code) {
            return new MaterialEdition(
                    code,
                    basedOn + 1,
                    validFrom,
                    nameZh.strip(),
                    nameEn.strip(),
                    standard.strip(),
                    licenceGate,
                    limits.strip());
        }
    }
}
