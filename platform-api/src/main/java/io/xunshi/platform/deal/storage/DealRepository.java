package io.xunshi.platform.deal.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.deal.DealOutcome;
import io.xunshi.platform.deal.DealState;
import io.xunshi.platform.deal.domain.ContractTerms;
import io.xunshi.platform.deal.domain.Deal;
import io.xunshi.platform.deal.domain.Deal.Signature;
import io.xunshi.platform.deal.domain.Party;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Cursor;
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
import tools.jackson.databind.json.JsonMapper;

/** Deals and their signatures. What moves a deal locks its row first. */
@Repository
public class DealRepository {
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));
    private static final String COLUMNS = """
            id, code, lot, seller, buyer, state, area, terms::text as terms, contract_text, contract_hash, agreed_at,
            sign_by""";

    private final DatabaseClient database;

    DealRepository(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Void> add(Deal deal) {
        var terms = deal.terms();
        return database.sql("""
                        insert into deal.deal
                            (id, code, lot, seller, buyer, state, title, area, value_fen, terms, contract_text, contract_hash,
                             agreed_at, sign_by)
                        values (:id, :code, :lot, :seller, :buyer, :state, :title, :area, :value, :terms::jsonb, :text, :hash,
                                :agreedAt, :signBy)
                        """)
                .bind("id", deal.id().value())
                .bind("code", deal.code())
                .bind("lot", deal.lot().value())
                .bind("seller", deal.seller().value())
                .bind("buyer", deal.buyer().value())
                .bind("state", deal.state().name())
                .bind("title", terms.materialName())
                .bind("area", deal.areaCode())
                .bind("value", terms.value().amount())
                .bind("terms", JsonMapper.shared().writeValueAsString(terms))
                .bind("text", deal.contractText())
                .bind("hash", deal.contractHash())
                .bind("agreedAt", deal.agreedAt())
                .bind("signBy", deal.signBy())
                .then();
    }

    public Mono<Deal> find(DealId id) {
        return one("where id = :id", id);
    }

    public Flux<Deal> findAll(Collection<DealId> ids) {
        return ids.isEmpty()
                ? Flux.empty()
                : database.sql("select " + COLUMNS + " from deal.deal where id = any(:ids)")
                        .bind("ids", ids.stream().map(DealId::value).toArray(UUID[]::new))
                        .map(DealRepository::deal)
                        .all()
                        .collectList()
                        .flatMapMany(this::signed);
    }

    /** What became of the contracts that an organisation agreed on since then. */
    public Flux<DealOutcome> findOutcomes(OrganisationId organisation, Instant since) {
        return database.sql("""
                        select id, seller, buyer, state,
                               exists (select from deal.signature where deal = deal.id and party = 'SELLER') as seller_signed,
                               exists (select from deal.signature where deal = deal.id and party = 'BUYER') as buyer_signed
                        from deal.deal as deal
                        where (seller = :organisation or buyer = :organisation) and agreed_at >= :since
                        """)
                .bind("organisation", organisation.value())
                .bind("since", since)
                .map(row -> new DealOutcome(
                        new DealId(required(row, "id", UUID.class)),
                        new OrganisationId(required(row, "seller", UUID.class)),
                        new OrganisationId(required(row, "buyer", UUID.class)),
                        DealState.valueOf(required(row, "state", String.class)),
                        required(row, "seller_signed", Boolean.class),
                        required(row, "buyer_signed", Boolean.class)))
                .all();
    }

    /** With its row locked until the end of the caller's transaction. */
    public Mono<Deal> lock(DealId id) {
        return one("where id = :id for update", id);
    }

    private Mono<Deal> one(String which, DealId id) {
        return database.sql("select " + COLUMNS + " from deal.deal " + which)
                .bind("id", id.value())
                .map(DealRepository::deal)
                .one()
                .flatMap(deal -> signed(List.of(deal)).next());
    }

    /** Of either side, newest first. */
    public Flux<Deal> findOf(OrganisationId organisation, @Nullable Cursor after, int limit) {
        var from = after == null ? NEWEST : after;
        return database.sql("select " + COLUMNS + """
                         from deal.deal
                        where (seller = :organisation or buyer = :organisation) and (agreed_at, id) < (:at, :id)
                        order by agreed_at desc, id desc
                        limit :limit
                        """)
                .bind("organisation", organisation.value())
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map(DealRepository::deal)
                .all()
                .collectList()
                .flatMapMany(this::signed);
    }

    public Mono<Void> sign(DealId id, Party party, AccountId person, Instant now) {
        return database.sql("""
                        insert into deal.signature (deal, party, signed_by, at) values (:deal, :party, :person, :now)
                        """)
                .bind("deal", id.value())
                .bind("party", party.name())
                .bind("person", person.value())
                .bind("now", now)
                .then();
    }

    /** The caller has locked it. */
    public Mono<Void> end(DealId id, DealState as, Instant now) {
        return database.sql("update deal.deal set state = :state, ended_at = :now where id = :id")
                .bind("state", as.name())
                .bind("now", now)
                .bind("id", id.value())
                .then();
    }

    /** Those that were not signed by both in time, the oldest first. */
    public Flux<DealId> findOver(Instant now, int limit) {
        return database.sql("""
                        select id from deal.deal where state = 'AGREED' and sign_by <= :now order by sign_by limit :limit
                        """)
                .bind("now", now)
                .bind("limit", limit)
                .map(row -> new DealId(required(row, "id", UUID.class)))
                .all();
    }

    private Flux<Deal> signed(List<Deal> deals) {
        return deals.isEmpty()
                ? Flux.empty()
                : database.sql("""
                                select deal, party, signed_by, at from deal.signature where deal = any(:deals) order by at
                                """)
                        .bind(
                                "deals",
                                deals.stream().map(deal -> deal.id().value()).toArray(UUID[]::new))
                        .map(DealRepository::signature)
                        .all()
                        .collectMultimap(OfDeal::deal, OfDeal::signature)
                        .flatMapIterable(signatures -> deals.stream()
                                .map(deal -> with(
                                        deal, signatures.getOrDefault(deal.id().value(), List.of())))
                                .toList());
    }

    private static Deal with(Deal deal, Collection<Signature> signatures) {
        return new Deal(
                deal.id(),
                deal.code(),
                deal.lot(),
                deal.seller(),
                deal.buyer(),
                deal.state(),
                deal.terms(),
                deal.areaCode(),
                deal.contractText(),
                deal.contractHash(),
                List.copyOf(signatures),
                deal.agreedAt(),
                deal.signBy());
    }

    private static OfDeal signature(Readable row) {
        var person = row.get("signed_by", UUID.class);
        return new OfDeal(
                required(row, "deal", UUID.class),
                new Signature(
                        Party.valueOf(required(row, "party", String.class)),
                        person == null ? null : new AccountId(person),
                        required(row, "at", Instant.class)));
    }

    private static Deal deal(Readable row) {
        return new Deal(
                new DealId(required(row, "id", UUID.class)),
                required(row, "code", String.class),
                new LotId(required(row, "lot", UUID.class)),
                new OrganisationId(required(row, "seller", UUID.class)),
                new OrganisationId(required(row, "buyer", UUID.class)),
                DealState.valueOf(required(row, "state", String.class)),
                JsonMapper.shared().readValue(required(row, "terms", String.class), ContractTerms.class),
                required(row, "area", String.class),
                required(row, "contract_text", String.class),
                required(row, "contract_hash", String.class),
                List.of(),
                required(row, "agreed_at", Instant.class),
                required(row, "sign_by", Instant.class));
    }

    private record OfDeal(UUID deal, Signature signature) {}
}
