package io.xunshi.platform.tender.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.OrganisationView;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.tender.TenderId;
import io.xunshi.platform.tender.TenderProblem;
import io.xunshi.platform.tender.domain.Comparison;
import io.xunshi.platform.tender.domain.Quote;
import io.xunshi.platform.tender.domain.Tender;
import io.xunshi.platform.tender.domain.TenderText;
import io.xunshi.platform.tender.storage.QuoteRepository;
import io.xunshi.platform.tender.storage.TenderRepository;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows buyers all quotes after the close, and suppliers their own at any time. */
@Component
public class CompareQuotes {
    private final TenderRepository tenders;
    private final QuoteRepository quotes;
    private final Organisations organisations;
    private final Clock clock;

    CompareQuotes(TenderRepository tenders, QuoteRepository quotes, Organisations organisations, Clock clock) {
        this.tenders = tenders;
        this.quotes = quotes;
        this.organisations = organisations;
        this.clock = clock;
    }

    /**
     * For traders and finance of the buyer. Raises {@link TenderProblem#NOT_FOUND}, {@link TenderProblem#STILL_SEALED}
     * before the close, and what {@link Organisations#requireRole} raises.
     */
    public Mono<Compared> compare(AccountId person, TenderId id) {
        return tenders.find(id)
                .switchIfEmpty(Mono.error(TenderProblem.NOT_FOUND::raise))
                .delayUntil(tender ->
                        organisations.requireRole(person, tender.buyer(), MemberRole.TRADER, MemberRole.FINANCE))
                .filter(tender -> tender.opened() != null)
                .switchIfEmpty(Mono.error(TenderProblem.STILL_SEALED::raise))
                .flatMap(tender -> quotes.findOf(id).collectList().flatMap(all -> compared(tender, all)));
    }

    private Mono<Compared> compared(Tender tender, List<Quote> all) {
        return organisations
                .findAll(all.stream().map(Quote::supplier).distinct().toList())
                .collectMap(OrganisationView::id)
                .map(suppliers -> new Compared(
                        tender,
                        Comparison.of(tender.terms(), all, clock.instant()),
                        suppliers,
                        TenderText.ofQuotes(tender, all)));
    }

    /** A supplier's own for one tender, by line. For its members. */
    public Mono<List<Quote>> own(AccountId person, OrganisationId supplier, TenderId id) {
        return organisations
                .requireRole(person, supplier, MemberRole.values())
                .then(quotes.findOf(id, supplier).collectList());
    }

    /** A supplier's own for all tenders, those that were said last first. For its members. */
    public Mono<Page<Quoted>> own(AccountId person, OrganisationId supplier, @Nullable Cursor after, int limit) {
        return organisations
                .requireRole(person, supplier, MemberRole.values())
                .then(quotes.findOf(supplier, after, limit + 1).collectList())
                .map(rows -> Page.ofOneMore(rows, limit, quote -> new Cursor(quote.at(), quote.id())))
                .flatMap(this::quoted);
    }

    private Mono<Page<Quoted>> quoted(Page<Quote> page) {
        return tenders.findAll(
                        page.items().stream().map(Quote::tender).distinct().toList())
                .collectMap(Tender::id)
                .map(found -> new Page<>(
                        page.items().stream()
                                .flatMap(quote -> Stream.ofNullable(found.get(quote.tender()))
                                        .map(tender -> new Quoted(quote, tender)))
                                .toList(),
                        page.nextCursor()));
    }

    /**
     * @param suppliers of all quotes
     * @param text whose SHA-256 stands in the log since the close
     */
    public record Compared(
            Tender tender, List<Comparison> lines, Map<OrganisationId, OrganisationView> suppliers, String text) {
        public Compared {
            lines = List.copyOf(lines);
            suppliers = Map.copyOf(suppliers);
        }
    }

    public record Quoted(Quote quote, Tender tender) {}
}
