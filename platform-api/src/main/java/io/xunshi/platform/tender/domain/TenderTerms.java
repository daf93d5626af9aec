package io.xunshi.platform.tender.domain;

import io.xunshi.platform.exchange.Delivery;
import io.xunshi.platform.exchange.PaymentTerms;
import io.xunshi.platform.exchange.TaxBasis;
import io.xunshi.platform.organisation.OrganisationId;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer asks for, and how.
 *
 * @param areaCode where the goods are needed: the code of a district, or
 *     {@link io.xunshi.platform.organisation.TradeArea#OUTSIDE}
 * @param address words that a driver finds it by
 * @param tax what the buyer would have prices include; a quote on another basis deviates
 * @param invited who may see it and quote; everybody where it is empty
 * @param demand the demand (求购) that it began as; null where there was none
 * @param lines in the order of their numbers, from 1
 * @param closesAt when the quotes are opened
 * @param awardBy until when the buyer has to decide
 */
public record TenderTerms(
        String title,
        String description,
        String areaCode,
        String address,
        Delivery delivery,
        PaymentTerms payment,
        TaxBasis tax,
        Set<OrganisationId> invited,
        @Nullable UUID demand,
        List<TenderLine> lines,
        Instant closesAt,
        Instant awardBy) {

    public TenderTerms {
        title = written(title);
        description = written(description);
        address = written(address);
        invited = Set.copyOf(invited);
        lines = List.copyOf(lines);
    }

    private static String written(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    public boolean isForEverybody() {
        return invited.isEmpty();
    }

    /** Null where it has no such line. */
    public @Nullable TenderLine line(int number) {
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : null;
    }
}
