package io.xunshi.infra.launcher.faults;

import io.xunshi.infra.server.Variables;
import io.xunshi.infra.simulation.SimulationClient;
import io.xunshi.transparency.record.TradeRecord;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Whether a platform on which every trade was completed is whole: nothing is lost, doubled or half done. */
final class Aftermath {

    private static final Duration INDEXING_LIMIT = Duration.ofSeconds(30);

    private final Database database;
    private final PublicLog log;
    private final SearchIndex index;
    private final SimulationClient simulation;

    /** @param environment the variables of the platform's programs */
    Aftermath(URI site, Map<String, String> environment) {
        database = new Database(variable(environment, Variables.POSTGRES_URL));
        log = new PublicLog(site);
        index = new SearchIndex(
                variable(environment, Variables.ELASTICSEARCH_URL),
                variable(environment, Variables.SEARCH_INDEX_PREFIX));
        simulation = new SimulationClient(URI.create(variable(environment, Variables.PAYMENT_URL)));
    }

    /** Returns when nothing is under way any more. */
    void awaitQuiet() {
        Patience.until("an end of all reactions", () -> isNone("select count(*) from events.delivery"));
        Patience.until(
                "a place in the log for every record",
                () -> isNone("select count(*) from trace.entry where position is null"));
        Patience.until("a published log with all records", this::isAllPublished);
    }

    /** @param orders the orders that the buyers saw completed */
    List<Finding> examine(Collection<String> orders) throws IOException {
        return List.of(
                none(
                        "The sum of all postings is zero",
                        "select sum(amount) from payment.posting having sum(amount) <> 0"),
                none(
                        "Every journal entry balances",
                        "select entry_id from payment.posting group by entry_id having sum(amount) <> 0"),
                none("Every kept balance is the sum of its postings", """
                        select b.kind, b.owner from payment.held_balance b
                        where b.balance <> (
                            select coalesce(sum(p.amount), 0) from payment.posting p
                            where p.kind = b.kind and p.owner = b.owner)
                        """),
                none("No completed order has money left in escrow", """
                        select o.id from orders.purchase o
                        join payment.posting p on p.kind = 'ESCROW' and p.owner = o.id
                        where o.state = 'COMPLETED' group by o.id having sum(p.amount) <> 0
                        """),
                sameSets(
                        "The orders are those that the buyers saw completed",
                        Set.copyOf(orders),
                        Set.copyOf(database.rows("select id from orders.purchase where state = 'COMPLETED'"))),
                none(
                        "No order is left in another state",
                        "select id, state from orders.purchase where state <> 'COMPLETED'"),
                paidOnce(),
                new Finding("The log verifies", log.fault()),
                sealedOnce(),
                indexAgrees("listings", "select id, version from listing.listing where state = 'PUBLISHED'"),
                indexAgrees(
                        "lots", "select id, version from exchange.lot where state in ('OFFERED', 'PROMISED', 'HELD')"),
                indexAgrees("demands", "select id, version from exchange.demand where state = 'OPEN'"));
    }

    /** @param told what the bidders were told */
    List<Finding> examine(Hall hall, BiddingStorm.Told told) {
        var auction = "'" + hall.id() + "'";
        var written = Set.copyOf(database.rows("""
                select sequence, bidder from auction.bid join auction.deposit using (auction_id, paddle)
                where auction_id = %s
                """.formatted(auction)));
        var taken = told.taken().stream()
                .map(bid -> bid.sequence() + " " + bid.organisation())
                .collect(Collectors.toSet());
        return List.of(
                new Finding("Bids were taken", taken.isEmpty() ? "none was" : ""),
                new Finding(
                        "Every bid that was taken is written down",
                        some(taken.stream()
                                .filter(bid -> !written.contains(bid))
                                .toList())),
                new Finding(
                        "No bid is written down twice",
                        written.size() > taken.size() + told.unsure()
                                        || taken.size() < told.taken().size()
                                ? "%d are, of %d that were taken and %d that may have been"
                                        .formatted(written.size(), taken.size(), told.unsure())
                                : ""),
                none("Bids are numbered without a gap", """
                        select count(*), max(sequence) from auction.bid where auction_id = %s
                        having count(*) <> max(sequence)
                        """.formatted(auction)),
                none("The auction closed once, with one deal", """
                        select 'steps', count(*) from auction.step
                        where auction_id = %s and state in ('CLOSED_PENDING_RESERVE', 'AWARDED') having count(*) <> 2
                        union all
                        select 'awards', count(*) from auction.award where auction_id = %s having count(*) <> 1
                        """.formatted(auction, auction)),
                none("The winner's deposit is security, and all others are given back", """
                        select paddle, deposit.state from auction.deposit
                        join auction.auction on auction.id = auction_id
                        where auction_id = %s and deposit.state <> case when paddle = leader then 'CONVERTED' else 'RELEASED' end
                        """.formatted(auction)));
    }

    private Finding none(String claim, String query) {
        return new Finding(claim, some(database.rows(query)));
    }

    private Finding paidOnce() {
        var orders = Set.copyOf(database.rows("select id from orders.purchase"));
        var taken = new HashMap<String, List<Long>>();
        for (JsonNode payment : simulation.payments()) {
            taken.computeIfAbsent(payment.at("/metadata/order").asString(), _ -> new ArrayList<>())
                    .add(payment.at("/amount_received").asLong()
                            - payment.at("/latest_charge/amount_refunded").asLong(0));
        }
        Set<String> provider = taken.entrySet().stream()
                .filter(order -> orders.contains(order.getKey()))
                .map(order -> order.getKey() + " " + order.getValue())
                .collect(Collectors.toSet());
        Set<String> ledger = Set.copyOf(database.rows("""
                select e.order_id, '[' || sum(p.amount) || ']' from payment.journal_entry e
                join payment.posting p using (entry_id)
                join orders.purchase o on o.id = e.order_id
                where e.kind = 'CAPTURE' and p.kind = 'ESCROW' group by e.order_id
                """));
        return sameSets("The provider took the money of each order once, as the ledger says", provider, ledger);
    }

    private Finding sealedOnce() throws IOException {
        List<String> sealed = log.records().stream()
                .map(Aftermath::stepAndOrder)
                .filter(record -> record.startsWith("order."))
                .toList();
        var once = new HashSet<String>();
        List<String> twice = sealed.stream().filter(record -> !once.add(record)).toList();
        if (!twice.isEmpty()) {
            return new Finding("Every paid and completed order is in the log exactly once", some(twice));
        }
        Set<String> happened = Set.copyOf(database.rows("""
                select step, code from orders.purchase, (values ('order.paid'), ('order.completed')) as s (step)
                where state = 'COMPLETED'
                """));
        return sameSets("Every paid and completed order is in the log exactly once", happened, once);
    }

    /** The indexer may still be on its way. */
    private Finding indexAgrees(String what, String onOffer) {
        Set<String> published = Set.copyOf(database.rows(onOffer));
        Patience.within(INDEXING_LIMIT, () -> index.found(what).equals(published));
        return sameSets("The index of " + what + " agrees with the database", published, index.found(what));
    }

    private Optional<Boolean> isNone(String count) {
        return Optional.of(database.number(count) == 0).filter(isNone -> isNone);
    }

    private Optional<Boolean> isAllPublished() {
        try {
            return Optional.of(log.size() == database.number("select count(*) from trace.entry"))
                    .filter(isAll -> isAll);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Finding sameSets(String claim, Set<String> expected, Set<String> found) {
        List<String> missing =
                expected.stream().filter(one -> !found.contains(one)).toList();
        List<String> additional =
                found.stream().filter(one -> !expected.contains(one)).toList();
        if (!missing.isEmpty()) {
            return new Finding(claim, "without " + some(missing));
        }
        return new Finding(claim, additional.isEmpty() ? "" : "but also " + some(additional));
    }

    private static String some(List<String> rows) {
        return rows.isEmpty() ? "" : rows.size() + ", for example " + rows.getFirst();
    }

    private static String stepAndOrder(TradeRecord record) {
        return record.step().type() + " " + record.order();
    }

    private static String variable(Map<String, String> environment, String name) {
        return Objects.requireNonNull(environment.get(name), name);
    }
}
