package io.xunshi.platform.tender.web;

import io.xunshi.platform.organisation.OrganisationView;
import io.xunshi.platform.tender.TenderState;
import io.xunshi.platform.tender.domain.Tender;
import io.xunshi.platform.tender.domain.TenderLine;
import io.xunshi.platform.tender.usecase.FindTenders.Listed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tender in a list.
 *
 * @param forEverybody otherwise only those who were invited see it
 * @param quotes how many there were; null until the close
 */
record TenderSummary(
        UUID id,
        String code,
        TenderState state,
        Buyer buyer,
        String title,
        String areaCode,
        boolean forEverybody,
        List<Line> lines,
        Instant closesAt,
        Instant awardBy,
        @Nullable Integer quotes) {

    static TenderSummary of(Listed listed) {
        var tender = listed.tender();
        return new TenderSummary(
                tender.id().value(),
                tender.code(),
                tender.state(),
                Buyer.of(listed.buyer()),
                tender.terms().title(),
                tender.terms().areaCode(),
                tender.terms().isForEverybody(),
                tender.terms().lines().stream().map(Line::of).toList(),
                tender.terms().closesAt(),
                tender.terms().awardBy(),
                quotesOf(tender));
    }

    private static @Nullable Integer quotesOf(Tender tender) {
        var opened = tender.opened();
        return opened == null ? null : opened.quotes();
    }

    record Buyer(UUID id, String name, String place) {
        static Buyer of(OrganisationView buyer) {
            return new Buyer(buyer.id().value(), buyer.name(), buyer.place());
        }
    }

    /** @param quantity grams or pieces */
    record Line(String materialCode, long quantity) {
        static Line of(TenderLine line) {
            return new Line(line.materialCode(), line.quantity());
        }
    }
}
