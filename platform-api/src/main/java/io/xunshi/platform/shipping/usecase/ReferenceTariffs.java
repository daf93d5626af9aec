package io.xunshi.platform.shipping.usecase;

import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.shipping.ShippingProblem;
import io.xunshi.platform.shipping.ShippingQuote;
import io.xunshi.platform.shipping.ShippingTariffs;
import io.xunshi.platform.shipping.domain.Province;
import io.xunshi.platform.shipping.domain.Tariff;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tariff out of <code>shipping_tariffs.json</code>. A new version is added with the day from which it holds, and
 * none is changed. Does not start on a file in which a province has no price.
 */
@Component
public class ReferenceTariffs implements ShippingTariffs {
    private static final String FILE = "/reference/shipping_tariffs.json";

    private final TariffFile file = read();
    private final Clock clock;

    ReferenceTariffs(Clock clock) {
        this.clock = clock;
    }

    /** Those that parcels go to, the city's own first. */
    public List<Province> provinces() {
        return file.provinces();
    }

    public boolean knows(String province) {
        return file.provinces().stream().anyMatch(known -> known.code().equals(province));
    }

    @Override
    public ShippingQuote quote(String province, int grams) {
        var zone = file.provinces().stream()
                .filter(known -> known.code().equals(province))
                .map(Province::zone)
                .findFirst()
                .orElseThrow(ShippingProblem.NOT_SHIPPED_THERE::raise);
        return current(LocalDate.ofInstant(clock.instant(), CityTime.ZONE)).quote(zone, grams);
    }

    private Tariff current(LocalDate today) {
        return file.tariffs().stream()
                .filter(tariff -> !tariff.from().isAfter(today))
                .max(Comparator.comparing(Tariff::from))
                .orElseThrow(() -> new IllegalStateException("No tariff holds on " + today));
    }

    private static TariffFile read() {
        try (var stream = Objects.requireNonNull(ReferenceTariffs.class.getResourceAsStream(FILE), FILE)) {
            var file = JsonMapper.shared().readValue(stream, TariffFile.class);
            file.requireComplete();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    private record TariffFile(List<Province> provinces, List<Tariff> tariffs) {

        void requireComplete() {
            provinces.forEach(province -> tariffs.forEach(tariff -> tariff.quote(province.zone(), WEIGHT_GRAMS_MAX)));
        }
    }
}
