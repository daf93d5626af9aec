package io.xunshi.platform.statistics.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.transparency.record.PriceWeek;
import io.xunshi.transparency.record.Vintage;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PrepareClosingTests {

    @Test
    void linearProgramsAreNotSolvedOnTheThreadThatReadTheDeals() {
        var settings = new PriceSettings(Base64.getEncoder().encodeToString(new byte[32]), 15);
        var week = new PriceWeek(LocalDate.of(2026, 11, 16));
        var thread = new AtomicReference<String>();

        var closing = new PrepareClosing(settings)
                .prepare(week, Vintage.P, List.of())
                .doOnNext(prepared -> thread.set(Thread.currentThread().getName()))
                .blockOptional();

        assertThat(closing)
                .hasValueSatisfying(prepared -> assertThat(prepared.records()).hasSize(1));
        assertThat(thread.get()).startsWith("boundedElastic");
    }
}
