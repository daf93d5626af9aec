package io.xunshi.platform.tender.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.messaging.Notices;
import io.xunshi.platform.messaging.Notices.Kind;
import io.xunshi.platform.messaging.Notices.Notice;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.tender.TenderId;
import io.xunshi.platform.tender.domain.Question;
import io.xunshi.platform.tender.domain.Quote;
import io.xunshi.platform.tender.domain.Quote.Result;
import io.xunshi.platform.tender.domain.Tender;
import io.xunshi.platform.tender.storage.QuoteRepository;
import io.xunshi.platform.tender.storage.TenderRepository;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells the owners and traders of organisations what happened to a tender; the last thing that a transaction does. */
@Component
public class TellTraders {
    private final TenderRepository tenders;
    private final QuoteRepository quotes;
    private final Organisations organisations;
    private final Notices notices;
    private final IdGenerator ids;
    private final Clock clock;

    TellTraders(
            TenderRepository tenders,
            QuoteRepository quotes,
            Organisations organisations,
            Notices notices,
            IdGenerator ids,
            Clock clock) {
        this.tenders = tenders;
        this.quotes = quotes;
        this.organisations = organisations;
        this.notices = notices;
        this.ids = ids;
        this.clock = clock;
    }

    /** Those who were invited, where it is not for everybody. */
    public Mono<Void> published(TenderId id, UUID eventId) {
        return tenders.find(id)
                .flatMap(tender -> tell(
                        tender,
                        Flux.fromIterable(tender.terms().invited()).map(invited -> new Told(invited, Map.of())),
                        Kind.TENDER_INVITED,
                        eventId));
    }

    /** The buyer, who has to decide now. */
    public Mono<Void> closed(TenderId id, int count, UUID eventId) {
        return tenders.find(id)
                .flatMap(tender -> tell(
                        tender,
                        Flux.just(new Told(tender.buyer(), Map.of("count", String.valueOf(count)))),
                        Kind.TENDER_TO_DECIDE,
                        eventId));
    }

    /** Who quoted and got nothing, with the best of their ranks; who got something has a contract to sign. */
    public Mono<Void> awarded(TenderId id, UUID eventId) {
        return tenders.find(id)
                .flatMap(tender -> quotes.findOf(id)
                        .collectMultimap(Quote::supplier)
                        .flatMap(bySupplier -> tell(
                                tender,
                                Flux.fromStream(bySupplier.entrySet().stream()
                                        .filter(entry ->
                                                entry.getValue().stream().noneMatch(TellTraders::isAwarded))
                                        .flatMap(entry -> best(entry.getValue().stream())
                                                .map(result -> new Told(
                                                        entry.getKey(),
                                                        Map.of("count", String.valueOf(result.rank())))))),
                                Kind.TENDER_LOST,
                                eventId)));
    }

    /** Who quoted in vain. */
    public Mono<Void> failed(TenderId id, UUID eventId) {
        return tenders.find(id)
                .flatMap(tender -> tell(
                        tender,
                        quotes.findOf(id).map(Quote::supplier).distinct().map(supplier -> new Told(supplier, Map.of())),
                        Kind.TENDER_ENDED,
                        eventId));
    }

    /** The buyer. */
    Mono<Void> asked(Tender tender) {
        return tell(tender, Flux.just(new Told(tender.buyer(), Map.of())), Kind.TENDER_ASKED, ids.next());
    }

    /** Who asked; the others read it on the page. */
    Mono<Void> answered(Tender tender, Question question) {
        return tell(tender, Flux.just(new Told(question.asker(), Map.of())), Kind.TENDER_ANSWERED, ids.next());
    }

    private static boolean isAwarded(Quote quote) {
        var result = quote.result();
        return result != null && result.award() != null;
    }

    private static Stream<Result> best(Stream<Quote> quotes) {
        return quotes
                .flatMap(quote -> Stream.ofNullable(quote.result()))
                .min(Comparator.comparing(Result::rank))
                .stream();
    }

    private Mono<Void> tell(Tender tender, Flux<Told> told, Kind kind, UUID eventId) {
        return told.concatMap(one -> people(one.organisation()).map(person -> notice(tender, person, one)))
                .distinct(Notice::to)
                .collectList()
                .filter(people -> !people.isEmpty())
                .flatMap(people -> notices.tell(people, kind, tender.id().value(), eventId, clock.instant()));
    }

    private Flux<AccountId> people(OrganisationId organisation) {
        return organisations.membersOf(organisation, MemberRole.OWNER, MemberRole.TRADER);
    }

    private static Notice notice(Tender tender, AccountId person, Told told) {
        var said = new HashMap<>(told.words());
        said.put("title", tender.terms().title());
        said.put("path", "/tenders/" + tender.id());
        return new Notice(person, said);
    }

    /** @param words beside the tender's title */
    private record Told(OrganisationId organisation, Map<String, String> words) {}
}
