package io.xunshi.platform.fulfilment.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.fulfilment.FulfilmentState;
import io.xunshi.platform.fulfilment.PerformedDeals;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads performances that are over as figures; what a statement took off for quality is in its lines. */
@Repository
class PerformedDealRepository implements PerformedDeals {
    private static final String SELECT = """
            select head.deal, head.seller, head.buyer, head.state, claim.id as claim, claim.since as claim_ended_at,
                   claim.outcome_kind,
                   (select sum(gross_grams - tare_grams)::bigint from fulfilment.ticket
                    where ticket.deal = head.deal and scale = 'SELLER' and superseded_at is null) as sent,
                   case when not exists (select from fulfilment.load
                                         where load.deal = head.deal and counted_pieces is not null)
                        then statement.weight end as settled,
                   exists (select from jsonb_array_elements(statement.text::jsonb -> 'lines') as line
                           where line ->> 'rule' in ('LINEAR_PENALTY', 'STEPPED_PENALTY', 'MOISTURE', 'INCLUSION')) as short
            from fulfilment.fulfilment as head
            left join fulfilment.claim as claim on claim.deal = head.deal and claim.state = 'ENDED'
            left join fulfilment.statement as statement on statement.deal = head.deal and not statement.provisional
            where head.state in ('SETTLED', 'CLOSED', 'REFUSED', 'NOT_DELIVERED')
            """;

    private final DatabaseClient database;

    PerformedDealRepository(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<PerformedDeal> of(OrganisationId organisation, Instant since) {
        return database.sql(SELECT + """
                        and (head.seller = :organisation or head.buyer = :organisation) and head.signed_at >= :since
                        """)
                .bind("organisation", organisation.value())
                .bind("since", since)
                .map(PerformedDealRepository::performed)
                .all();
    }

    @Override
    public Mono<PerformedDeal> find(DealId id) {
        return database.sql(SELECT + "and head.deal = :deal")
                .bind("deal", id.value())
                .map(PerformedDealRepository::performed)
                .one();
    }

    private static PerformedDeal performed(Readable row) {
        return new PerformedDeal(
                new DealId(required(row, "deal", UUID.class)),
                new OrganisationId(required(row, "seller", UUID.class)),
                new OrganisationId(required(row, "buyer", UUID.class)),
                FulfilmentState.valueOf(required(row, "state", String.class)),
                row.get("sent", Long.class),
                row.get("settled", Long.class),
                required(row, "short", Boolean.class),
                claim(row));
    }

    private static @Nullable EndedClaim claim(Readable row) {
        var id = row.get("claim", UUID.class);
        return id == null
                ? null
                : new EndedClaim(
                        id,
                        required(row, "claim_ended_at", Instant.class),
                        !required(row, "outcome_kind", String.class).equals("NONE"));
    }
}
