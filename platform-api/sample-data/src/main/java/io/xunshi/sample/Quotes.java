package io.xunshi.sample;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.Accounts;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.pricing.PriceFormula;
import io.xunshi.platform.pricing.ReferencePrices;
import io.xunshi.platform.pricing.TradingCalendar;
import io.xunshi.platform.pricing.usecase.EnterFixings;
import io.xunshi.platform.pricing.usecase.EnterFixings.Correction;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Half a year of reference prices that never were: they say so wherever they are shown. */
class Quotes {
    private static final String NOTE = "示例数据，非真实行情 · sample data, not real prices";
    private static final int TRADING_DAYS = 128;
    private static final int CORRECTED_DAYS_AGO = 23;

    /** Prices move in steps of five yuan. */
    private static final int TICK = 5;

    private static final long SEED = 20_261_127;

    private final ReferencePrices referencePrices;
    private final EnterFixings enterFixings;
    private final Accounts accounts;
    private final MovingClock clock;

    Quotes(ReferencePrices referencePrices, EnterFixings enterFixings, Accounts accounts, MovingClock clock) {
        this.referencePrices = referencePrices;
        this.enterFixings = enterFixings;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Both series until yesterday, and one correction. */
    Mono<Void> enter() {
        var yesterday = LocalDate.ofInstant(clock.instant(), CityTime.ZONE).minusDays(1);
        return referencePrices
                .known(new PriceFormula.Fixed(0, List.of()), yesterday)
                .map(known -> daysUntil(yesterday, known.calendar("AD")))
                .flatMap(this::enter);
    }

    private Mono<Void> enter(List<LocalDate> days) {
        return accounts.findByContact(People.ADMINISTRATOR)
                .map(AccountView::id)
                .flatMap(officer -> enter(officer, "AD", days, 19_600)
                        .then(enter(officer, "AL", days, 20_400))
                        .then(correct(officer, days.get(days.size() - CORRECTED_DAYS_AGO))));
    }

    private Mono<Void> enter(AccountId officer, String series, List<LocalDate> days, int level) {
        return enterFixings
                .importFile(officer, series, file(days, level), NOTE, Set.of())
                .then();
    }

    private Mono<Void> correct(AccountId officer, LocalDate day) {
        var correction = new Correction(day, 1_970_500, "示例：录入时看错一行 · sample: read from the wrong line");
        return enterFixings.correct(officer, "AD", correction, 1).then();
    }

    private static List<LocalDate> daysUntil(LocalDate last, TradingCalendar calendar) {
        return Stream.iterate(calendar.onOrBefore(last), day -> calendar.onOrBefore(day.minusDays(1)))
                .limit(TRADING_DAYS)
                .toList()
                .reversed();
    }

    /** A walk that is drawn back to its level, as prices of metals are. */
    private static String file(List<LocalDate> days, int level) {
        var random = new Random(SEED + level);
        var file = new StringBuilder("day,yuan_per_tonne\n");
        var price = level;
        for (var day : days) {
            price += (level - price) / 40 + (int) (random.nextGaussian() * level / 160);
            file.append(day).append(',').append(price / TICK * TICK).append('\n');
        }
        return file.toString();
    }
}
