package io.xunshi.platform.credit.domain;

import io.xunshi.platform.audit.Conduct;
import io.xunshi.platform.audit.Deed;
import io.xunshi.platform.audit.TradeKind;
import io.xunshi.platform.identity.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/** Deeds for tests. */
final class Deeds {
    static final Instant NOW = Instant.parse("2026-11-27T00:00:00Z");

    private Deeds() {}

    static AccountId somebody() {
        return new AccountId(UUID.randomUUID());
    }

    static Conduct done(Deed deed, AccountId to, int daysAgo) {
        return new Conduct(
                UUID.randomUUID(), TradeKind.PURCHASE, "XS-1", deed, to, null, NOW.minus(Duration.ofDays(daysAgo)));
    }

    static Conduct kept() {
        return done(Deed.KEPT, somebody(), 1);
    }

    static Conduct rated(int rating, AccountId by, int daysAgo) {
        return new Conduct(
                UUID.randomUUID(),
                TradeKind.PURCHASE,
                "XS-1",
                Deed.RATED,
                by,
                rating,
                NOW.minus(Duration.ofDays(daysAgo)));
    }

    static Conduct any(Random random) {
        var deed = Deed.values()[random.nextInt(Deed.values().length)];
        var daysAgo = random.nextInt(800);
        return deed == Deed.RATED ? rated(1 + random.nextInt(5), somebody(), daysAgo) : done(deed, somebody(), daysAgo);
    }
}
