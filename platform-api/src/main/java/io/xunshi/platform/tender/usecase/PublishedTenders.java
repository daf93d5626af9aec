package io.xunshi.platform.tender.usecase;

import io.xunshi.platform.tender.TenderId;
import io.xunshi.platform.tender.TenderParties;
import io.xunshi.platform.tender.Tenders;
import io.xunshi.platform.tender.domain.Quote;
import io.xunshi.platform.tender.storage.QuoteRepository;
import io.xunshi.platform.tender.storage.TenderRepository;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers other modules. */
@Component
class PublishedTenders implements Tenders {
    private final TenderRepository tenders;
    private final QuoteRepository quotes;

    PublishedTenders(TenderRepository tenders, QuoteRepository quotes) {
        this.tenders = tenders;
        this.quotes = quotes;
    }

    @Override
    public Mono<TenderParties> partiesOf(TenderId id) {
        return tenders.find(id)
                .flatMap(tender -> quotes.findOf(id)
                        .map(Quote::supplier)
                        .collect(Collectors.toSet())
                        .map(suppliers -> new TenderParties(tender.code(), tender.buyer(), suppliers)));
    }
}
