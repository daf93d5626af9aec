package io.xunshi.platform.counterparty.usecase;

import io.xunshi.platform.clearing.DealPayments;
import io.xunshi.platform.counterparty.CounterpartyProblem;
import io.xunshi.platform.counterparty.CounterpartyRecord;
import io.xunshi.platform.counterparty.CounterpartyRecord.ClaimFact;
import io.xunshi.platform.counterparty.CounterpartyRecords;
import io.xunshi.platform.counterparty.domain.CountFacts;
import io.xunshi.platform.counterparty.domain.Reply;
import io.xunshi.platform.counterparty.storage.ReplyRepository;
import io.xunshi.platform.deal.Deals;
import io.xunshi.platform.fulfilment.PerformedDeals;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.organisation.Membership;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.OrganisationView;
import io.xunshi.platform.organisation.Organisations;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts an organisation's record, for other modules and for whoever looks. */
@Component
public class ReadRecord implements CounterpartyRecords {
    private static final int MONTHS = 12;

    private final Deals deals;
    private final PerformedDeals performedDeals;
    private final DealPayments payments;
    private final Organisations organisations;
    private final ReplyRepository replies;
    private final Clock clock;

    ReadRecord(
            Deals deals,
            PerformedDeals performedDeals,
            DealPayments payments,
            Organisations organisations,
            ReplyRepository replies,
            Clock clock) {
        this.deals = deals;
        this.performedDeals = performedDeals;
        this.payments = payments;
        this.organisations = organisations;
        this.replies = replies;
        this.clock = clock;
    }

    @Override
    public Mono<CounterpartyRecord> of(OrganisationId organisation) {
        var since = since();
        return deals.outcomesOf(organisation, since)
                .collectList()
                .flatMap(contracts -> performedDeals
                        .of(organisation, since)
                        .collectList()
                        .flatMap(performed -> payments.promptnessOf(organisation, since)
                                .collectList()
                                .map(bills -> CountFacts.of(organisation, since, contracts, performed, bills))));
    }

    /** Raises {@link CounterpartyProblem#ORGANISATION_NOT_FOUND}. */
    public Mono<SeenRecord> seenBy(AccountId reader, OrganisationId organisation) {
        return organisations
                .find(organisation)
                .switchIfEmpty(Mono.error(CounterpartyProblem.ORGANISATION_NOT_FOUND::raise))
                .flatMap(whose -> isOwn(reader, organisation)
                        .flatMap(isOwn -> of(organisation).flatMap(record -> seen(whose, isOwn, record))));
    }

    private Mono<SeenRecord> seen(OrganisationView whose, boolean isOwn, CounterpartyRecord record) {
        return replies.findOf(claimsIn(record)).collectList().map(said -> new SeenRecord(whose, isOwn, record, said));
    }

    private Mono<Boolean> isOwn(AccountId reader, OrganisationId organisation) {
        return organisations.membershipsOf(reader).map(Membership::organisation).any(organisation::equals);
    }

    private static List<UUID> claimsIn(CounterpartyRecord record) {
        return Stream.concat(record.asSeller().claims().stream(), record.asBuyer().claims().stream())
                .map(ClaimFact::claim)
                .toList();
    }

    /** From midnight in the city, so that a record does not change with every look at it. */
    private Instant since() {
        return LocalDate.ofInstant(clock.instant(), CityTime.ZONE)
                .minusMonths(MONTHS)
                .atStartOfDay(CityTime.ZONE)
                .toInstant();
    }

    /** @param isOwn the reader acts for the organisation, and may see what is too little to be published */
    public record SeenRecord(
            OrganisationView organisation, boolean isOwn, CounterpartyRecord record, List<Reply> replies) {
        public SeenRecord {
            replies = List.copyOf(replies);
        }
    }
}
