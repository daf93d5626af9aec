package io.xunshi.sample;

import io.xunshi.platform.catalog.Category;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.usecase.DescribeVehicle;
import io.xunshi.platform.regulation.domain.VinNumbers;
import io.xunshi.platform.vehicle.MileageReading;
import io.xunshi.platform.vehicle.MileageReading.Source;
import io.xunshi.platform.vehicle.VehiclePapers;
import io.xunshi.platform.vehicle.domain.ModelYears;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Gives every car and motorcycle a number, papers and a mileage, so that it may be sold whatever the day is. */
class Registrations {
    private static final Set<String> REGISTERED = Set.of("car", "motorcycle");

    /** By the word that a title begins with; of a car, unless the key says otherwise. */
    private static final Map<String, String> MAKERS = Map.of(
            "大众", "LSV", "丰田", "LVG", "本田", "LHG", "哈弗", "LGW", "比亚迪", "LGX", "吉利", "LB3", "春风", "LCE", "五羊", "LWB");

    private static final int YEAR_WITHOUT_ANSWER = 2019;
    private static final long KM_IN_THE_FIRST_YEAR = 480;

    private final DescribeVehicle describeVehicle;

    Registrations(DescribeVehicle describeVehicle) {
        this.describeVehicle = describeVehicle;
    }

    /** Nothing for other goods. */
    Mono<Void> prepare(AccountId seller, ListingId id, Category category, String title, int number, LocalDate day) {
        if (!REGISTERED.contains(category.code())) {
            return Mono.empty();
        }
        var year = yearOf(category, title, number);
        return describeVehicle
                .state(seller, id, vin(category.code(), title, year, number), papers(day, number), readings(year, day))
                .then();
    }

    private static int yearOf(Category category, String title, int number) {
        return Integer.parseInt(Answers.to(category, title, new Random(number))
                .getOrDefault("year", String.valueOf(YEAR_WITHOUT_ANSWER)));
    }

    private static String vin(String category, String title, int year, int number) {
        var maker = MAKERS.getOrDefault(title.split(" ", 2)[0], "LZZ");
        var wmi = category.equals("motorcycle") && maker.equals("LHG") ? "LWB" : maker;
        var open = "%sAA4180%c2%06d".formatted(wmi, ModelYears.codeOf(year), number % 1_000_000);
        return open.substring(0, 8) + VinNumbers.checkDigitOf(open) + open.substring(9);
    }

    private static VehiclePapers papers(LocalDate day, int number) {
        return new VehiclePapers(
                true,
                true,
                number % 3 > 0,
                day.plusMonths(2L + number % 18),
                day.plusMonths(1L + number % 11),
                "豫A",
                number % 3,
                false,
                false);
    }

    /** What an inspection read years ago, when it had hardly been driven. */
    private static List<MileageReading> readings(int year, LocalDate day) {
        var inspected = LocalDate.of(year + 1, 6, 1);
        return inspected.isBefore(day)
                ? List.of(new MileageReading(inspected, KM_IN_THE_FIRST_YEAR, Source.INSPECTION))
                : List.of();
    }
}
