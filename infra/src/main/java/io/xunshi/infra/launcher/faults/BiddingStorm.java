package io.xunshi.infra.launcher.faults;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Organisations that outbid each other until an auction is over, some at one replica and some at another, and try again
 * when they are not answered.
 */
final class BiddingStorm {
    private static final Set<String> TAKES_BIDS = Set.of("OPEN", "EXTENDED");
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int STEPS_MAX = 5;
    private static final int SERVER_FAULT = 500;

    /** The first request with the key has been begun and not ended: perhaps its server was killed. */
    private static final String IN_FLIGHT = "http.idempotency-in-flight";

    private final Hall hall;
    private final List<URI> replicas;
    private final AtomicInteger unsure = new AtomicInteger();

    /** @param replicas where bidders are sent in turns */
    BiddingStorm(Hall hall, List<URI> replicas) {
        this.hall = hall;
        this.replicas = replicas;
    }

    /** The auction that they bid at. */
    Hall hall() {
        return hall;
    }

    /**
     * A bid of which the bidder was told that it was taken.
     *
     * @param sequence its number in the auction
     */
    record Taken(long sequence, String organisation) {}

    /**
     * What bidders were told.
     *
     * @param unsure how many bids got an answer only when they were sent again: those that were refused then may have
     *     been taken before
     */
    record Told(List<Taken> taken, int unsure) {
        Told {
            taken = List.copyOf(taken);
        }
    }

    /** Returns when the auction takes no bids any more. */
    Told run() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var bidding = new ArrayList<Future<List<Taken>>>();
            for (var bidder : hall.bidders()) {
                var person = bidder.person().at(replicas.get(bidding.size() % replicas.size()));
                bidding.add(threads.submit(() -> bidUntilTheEnd(person, bidder)));
            }
            var taken = Market.all(bidding).stream().flatMap(List::stream).toList();
            return new Told(taken, unsure.get());
        }
    }

    private List<Taken> bidUntilTheEnd(Person person, Trader bidder) {
        var taken = new ArrayList<Taken>();
        var auction = look(person);
        while (TAKES_BIDS.contains(Hall.state(auction))) {
            var amount = auction.at("/priceFen").asLong(Hall.START)
                    + Hall.STEP * ThreadLocalRandom.current().nextInt(1, STEPS_MAX + 1);
            bid(person, bidder, amount).ifPresent(taken::add);
            auction = look(person);
        }
        return taken;
    }

    private JsonNode look(Person person) {
        return Patience.until("an answer about the auction", PAUSE, () -> hall.seenBy(person));
    }

    /** The same bid with the same key until it is taken or refused. */
    private Optional<Taken> bid(Person person, Trader bidder, long amount) {
        var key = UUID.randomUUID().toString();
        Supplier<Optional<Person.Answer>> once =
                () -> person.ask(hall.bidPath(), Hall.bid(bidder, amount), key).filter(BiddingStorm::isDecided);
        var answer = once.get().orElseGet(() -> {
            unsure.incrementAndGet();
            return Patience.until("an answer to a bid", PAUSE, once);
        });
        return answer.isSuccess()
                ? Optional.of(new Taken(answer.body().at("/bid/sequence").asLong(), bidder.organisation()))
                : Optional.empty();
    }

    private static boolean isDecided(Person.Answer answer) {
        return answer.status() < SERVER_FAULT
                && !answer.body().at("/code").asString("").equals(IN_FLIGHT);
    }
}
