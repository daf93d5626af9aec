package io.xunshi.platform.tender.domain;

import io.xunshi.platform.exchange.Delivery;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.exchange.PaymentTerms;
import io.xunshi.platform.exchange.Requirement;
import io.xunshi.platform.exchange.Requirement.Between;
import io.xunshi.platform.exchange.TaxBasis;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.tender.TenderId;
import io.xunshi.platform.tender.TenderState;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tenders and quotes that tests of the domain are about; quantities in kilograms, prices in yuan for a tonne. */
final class Asking {
    static final Instant NOW = Instant.parse("2026-11-27T04:00:00Z");
    static final Instant CLOSE = NOW.plus(Duration.ofDays(2));
    static final Instant AWARD_BY = CLOSE.plus(Duration.ofDays(3));
    static final LocalDate VALID = LocalDate.parse("2026-12-05");

    private Asking() {}

    static TenderLine line(long kilograms, long leastKilograms) {
        return line(kilograms, leastKilograms, Map.of());
    }

    static TenderLine line(long kilograms, long leastKilograms, Map<String, Requirement> quality) {
        return new TenderLine(1, "NF-AL-EXT-O", Measure.WEIGHT, kilograms * 1_000, leastKilograms * 1_000, quality);
    }

    static Map<String, Requirement> atLeast(String attribute, String least) {
        return Map.of(attribute, new Between(new BigDecimal(least), null));
    }

    static TenderTerms terms(TenderLine line) {
        return new TenderTerms(
                "求购旧铝型材",
                "",
                "ZZ-XM",
                "产业园",
                Delivery.TO_BUYER,
                PaymentTerms.AFTER_WEIGHING,
                TaxBasis.INCLUDES_VAT_13,
                Set.of(),
                null,
                List.of(line),
                CLOSE,
                AWARD_BY);
    }

    static Tender tender(TenderState state, TenderLine line) {
        return new Tender(
                new TenderId(new UUID(0, 1)),
                "E000-0000-0000-0",
                new OrganisationId(new UUID(0, 2)),
                new AccountId(new UUID(0, 3)),
                state,
                terms(line),
                NOW,
                null,
                null,
                null,
                null,
                1);
    }

    /** The n-th, on the terms that were asked for. */
    static Quote quote(int n, long kilograms, long yuan) {
        return quote(n, sheet(kilograms, yuan * 100, 1_000, TaxBasis.INCLUDES_VAT_13));
    }

    static Quote quote(int n, QuoteSheet sheet) {
        return new Quote(
                new UUID(7, n),
                new TenderId(new UUID(0, 1)),
                1,
                new OrganisationId(new UUID(9, n)),
                sheet,
                1,
                NOW.plusSeconds(n),
                null);
    }

    static QuoteSheet sheet(long kilograms, long fen, long leastKilograms, TaxBasis tax) {
        return new QuoteSheet(
                new LotId(new UUID(8, fen)),
                1,
                "F000-0000-0000-0",
                "旧铝型材",
                "NF-AL-EXT-O",
                Map.of("al_pct", "97.5"),
                "ZZ-GY",
                "回郭镇",
                Delivery.TO_BUYER,
                PaymentTerms.AFTER_WEIGHING,
                tax,
                leastKilograms * 1_000,
                kilograms * 1_000,
                Money.fen(fen),
                VALID);
    }

    static Comparison compared(TenderLine line, Quote... quotes) {
        return Comparison.of(terms(line), List.of(quotes), CLOSE).getFirst();
    }
}
