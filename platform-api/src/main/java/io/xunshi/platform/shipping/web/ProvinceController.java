package io.xunshi.platform.shipping.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.shipping.domain.Province;
import io.xunshi.platform.shipping.usecase.ReferenceTariffs;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Where parcels go. */
@RestController
class ProvinceController {
    private final ReferenceTariffs tariffs;

    ProvinceController(ReferenceTariffs tariffs) {
        this.tariffs = tariffs;
    }

    /** The city's own province first. */
    @GetMapping("/api/v1/provinces")
    @Access(Caller.PUBLIC)
    Mono<ProvincesResponse> all() {
        return Mono.just(new ProvincesResponse(
                tariffs.provinces().stream().map(ProvinceResponse::of).toList()));
    }

    record ProvincesResponse(List<ProvinceResponse> items) {}

    record ProvinceResponse(String code, String nameZh, String nameEn) {

        static ProvinceResponse of(Province province) {
            return new ProvinceResponse(province.code(), province.nameZh(), province.nameEn());
        }
    }
}
