package io.xunshi.platform.privacy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.privacy.domain.Erasure.Erase;
import io.xunshi.platform.privacy.domain.Erasure.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When somebody is forgotten. */
class ErasureTests {
    private static final Instant ASKED = Instant.parse("2026-12-01T08:00:00Z");
    private static final Instant DUE = ASKED.plus(Duration.ofDays(7));
    private static final Duration SETTLING = Duration.ofHours(1);

    @Test
    void nothingIsErasedWhileItCanBeCalledOff() {
        var lastMoment = DUE.minusMillis(1);

        assertThat(waiting(null).look(false, lastMoment, SETTLING)).isEqualTo(new Wait(DUE, null));
    }

    @Test
    void whatIsUnfinishedDelaysItAndForgetsThatNothingWas() {
        var look = waiting(DUE).look(true, DUE.plusSeconds(60), SETTLING);

        assertThat(look).isEqualTo(new Wait(DUE.plusSeconds(3_660), null));
    }

    @Test
    void theFirstClearLookBeginsTheSettling() {
        assertThat(waiting(null).look(false, DUE, SETTLING)).isEqualTo(new Wait(DUE.plus(SETTLING), DUE));
    }

    @Test
    void anEarlyLookGoesOnWaitingForTheSameMoment() {
        assertThat(waiting(DUE).look(false, DUE.plus(SETTLING).minusMillis(1), SETTLING))
                .isEqualTo(new Wait(DUE.plus(SETTLING), DUE));
    }

    @Test
    void whoWasClearForTheWholeSettlingIsForgotten() {
        assertThat(waiting(DUE).look(false, DUE.plus(SETTLING), SETTLING)).isEqualTo(new Erase());
    }

    private static Erasure waiting(@Nullable Instant clearSince) {
        return new Erasure(UUID.randomUUID(), new AccountId(UUID.randomUUID()), ASKED, DUE, clearSince);
    }
}
