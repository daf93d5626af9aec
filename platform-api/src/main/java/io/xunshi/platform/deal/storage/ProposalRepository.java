package io.xunshi.platform.deal.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.deal.domain.Party;
import io.xunshi.platform.deal.domain.Proposal;
import io.xunshi.platform.deal.domain.ProposalState;
import io.xunshi.platform.deal.domain.Word;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Proposals and their words. What moves a proposal locks its row first. */
@Repository
public class ProposalRepository {
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));
    private static final String COLUMNS = "id, lot, lot_terms, seller, buyer, state, deal, valid_until";

    private final DatabaseClient database;

    ProposalRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Empty where the buyer has said something about the lot that is open still. */
    public Mono<Proposal> add(Proposal proposal) {
        var first = proposal.lastWord();
        return database.sql("""
                        insert into deal.proposal (id, lot, lot_terms, seller, buyer, state, made_at, moved_at, valid_until)
                        values (:id, :lot, :lotTerms, :seller, :buyer, 'OPEN', :at, :at, :validUntil)
                        on conflict do nothing
                        returning id
                        """)
                .bind("id", proposal.id())
                .bind("lot", proposal.lot().value())
                .bind("lotTerms", proposal.lotTerms())
                .bind("seller", proposal.seller().value())
                .bind("buyer", proposal.buyer().value())
                .bind("at", first.at())
                .bind("validUntil", proposal.validUntil())
                .map(row -> required(row, "id", UUID.class))
                .one()
                .delayUntil(id -> add(id, first))
                .map(id -> proposal);
    }

    private Mono<Void> add(UUID proposal, Word word) {
        var said = word.said();
        return database.sql("""
                        insert into deal.word (proposal, number, party, said_by, quantity, price_fen, at)
                        values (:proposal, :number, :party, :said, :quantity, :price, :at)
                        """)
                .bind("proposal", proposal)
                .bind("number", word.number())
                .bind("party", word.by().name())
                .bind("said", said == null ? Parameters.in(UUID.class) : Parameters.in(said.value()))
                .bind("quantity", word.quantity())
                .bind("price", word.price().amount())
                .bind("at", word.at())
                .then();
    }

    /** The other side says something else. The caller has locked it. */
    public Mono<Void> counter(UUID id, Word word, Instant validUntil) {
        return add(id, word)
                .then(database.sql("""
                                update deal.proposal set valid_until = :validUntil, moved_at = :at where id = :id
                                """)
                        .bind("validUntil", validUntil)
                        .bind("at", word.at())
                        .bind("id", id)
                        .then());
    }

    /** The caller has locked it. */
    public Mono<Void> end(UUID id, ProposalState as, @Nullable DealId deal, Instant now) {
        return database.sql("""
                        update deal.proposal set state = :state, deal = :deal, moved_at = :now where id = :id
                        """)
                .bind("state", as.name())
                .bind("deal", deal == null ? Parameters.in(UUID.class) : Parameters.in(deal.value()))
                .bind("now", now)
                .bind("id", id)
                .then();
    }

    /** Ends all whose time is over. */
    public Mono<Void> expire(Instant now) {
        return database.sql("""
                        update deal.proposal set state = 'EXPIRED', moved_at = :now
                        where state = 'OPEN' and valid_until <= :now
                        """).bind("now", now).then();
    }

    public Mono<Proposal> find(UUID id) {
        return database.sql("select " + COLUMNS + " from deal.proposal where id = :id")
                .bind("id", id)
                .map(ProposalRepository::row)
                .one()
                .flatMap(row -> whole(List.of(row)).next());
    }

    /** With its row locked until the end of the caller's transaction. */
    public Mono<Proposal> lock(UUID id) {
        return database.sql("select " + COLUMNS + " from deal.proposal where id = :id for update")
                .bind("id", id)
                .map(ProposalRepository::row)
                .one()
                .flatMap(row -> whole(List.of(row)).next());
    }

    public Mono<Long> countOpenOf(OrganisationId buyer) {
        return database.sql("select count(*) as proposals from deal.proposal where buyer = :buyer and state = 'OPEN'")
                .bind("buyer", buyer.value())
                .map(row -> required(row, "proposals", Long.class))
                .one();
    }

    /** Of either side, the last that moved first; its cursor is the time of the move. */
    public Flux<Proposal> findOf(OrganisationId organisation, @Nullable Cursor after, int limit) {
        var from = after == null ? NEWEST : after;
        return database.sql("select " + COLUMNS + """
                         from deal.proposal
                        where (seller = :organisation or buyer = :organisation) and (moved_at, id) < (:at, :id)
                        order by moved_at desc, id desc
                        limit :limit
                        """)
                .bind("organisation", organisation.value())
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map(ProposalRepository::row)
                .all()
                .collectList()
                .flatMapMany(this::whole);
    }

    private Flux<Proposal> whole(List<Row> rows) {
        return wordsOf(rows.stream().map(Row::id).toList())
                .collectMultimap(OfProposal::proposal, OfProposal::word)
                .flatMapIterable(words -> rows.stream()
                        .map(row -> row.with(words.getOrDefault(row.id(), List.of())))
                        .toList());
    }

    private Flux<OfProposal> wordsOf(List<UUID> proposals) {
        return proposals.isEmpty()
                ? Flux.empty()
                : database.sql("""
                                select proposal, number, party, said_by, quantity, price_fen, at
                                from deal.word where proposal = any(:proposals) order by proposal, number
                                """)
                        .bind("proposals", proposals.toArray(UUID[]::new))
                        .map(ProposalRepository::word)
                        .all();
    }

    private static OfProposal word(Readable row) {
        var said = row.get("said_by", UUID.class);
        return new OfProposal(
                required(row, "proposal", UUID.class),
                new Word(
                        required(row, "number", Integer.class),
                        Party.valueOf(required(row, "party", String.class)),
                        said == null ? null : new AccountId(said),
                        required(row, "quantity", Long.class),
                        Money.fen(required(row, "price_fen", Long.class)),
                        required(row, "at", Instant.class)));
    }

    private static Row row(Readable row) {
        var deal = row.get("deal", UUID.class);
        return new Row(
                required(row, "id", UUID.class),
                new LotId(required(row, "lot", UUID.class)),
                required(row, "lot_terms", Long.class),
                new OrganisationId(required(row, "seller", UUID.class)),
                new OrganisationId(required(row, "buyer", UUID.class)),
                ProposalState.valueOf(required(row, "state", String.class)),
                deal == null ? null : new DealId(deal),
                required(row, "valid_until", Instant.class));
    }

    private record OfProposal(UUID proposal, Word word) {}

    /** A proposal without its words. */
    private record Row(
            UUID id,
            LotId lot,
            long lotTerms,
            OrganisationId seller,
            OrganisationId buyer,
            ProposalState state,
            @Nullable DealId deal,
            Instant validUntil) {

        Proposal with(Collection<Word> words) {
            return new Proposal(id, lot, lotTerms, seller, buyer, state, List.copyOf(words), deal, validUntil);
        }
    }
}
