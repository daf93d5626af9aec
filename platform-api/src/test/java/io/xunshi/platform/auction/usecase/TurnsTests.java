package io.xunshi.platform.auction.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.auction.AuctionId;
import io.xunshi.platform.auction.AuctionProblem;
import io.xunshi.platform.kernel.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.reactive.TransactionCallback;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class TurnsTests {
    private static final AuctionId AUCTION = new AuctionId(new UUID(0, 1));
    private static final AuctionId OTHER = new AuctionId(new UUID(0, 2));

    private final Transactions transactions = new Transactions();
    private final Turns turns = new Turns(transactions);

    @Test
    void whoeverAsksAloneIsHeardAtOnce() {
        StepVerifier.create(turns.take(AUCTION, Mono.just(transactions.hearing("a"))))
                .expectNext("a")
                .verifyComplete();
        assertThat(transactions.committed).containsExactly(List.of("a"));
    }

    @Test
    void thoseWhoAskWhileAnotherIsHeardAreHeardTogetherAfterwards() {
        var first = Sinks.<String>one();
        var answers = new ArrayList<String>();
        ask("a", Mono.just(first.asMono()), answers);
        ask("b", Mono.just(transactions.hearing("b")), answers);
        ask("c", Mono.just(transactions.hearing("c")), answers);
        assertThat(answers).isEmpty();

        first.tryEmitValue("a");

        assertThat(answers).containsExactly("a", "b", "c");
        assertThat(transactions.committed).containsExactly(List.of(), List.of("b", "c"));
    }

    @Test
    void whoeverAskedFirstIsHeardFirstThoughTheirPreparationTakesLonger() {
        var slow = Sinks.<Mono<String>>one();
        var answers = new ArrayList<String>();
        ask("a", slow.asMono(), answers);
        ask("b", Mono.just(transactions.hearing("b")), answers);
        assertThat(answers).isEmpty();

        slow.tryEmitValue(transactions.hearing("a"));

        assertThat(answers).containsExactlyInAnyOrder("a", "b");
        assertThat(transactions.committed).containsExactly(List.of("a", "b"));
    }

    @Test
    void whoeverIsRefusedBeforehandHoldsUpNobody() {
        var slow = Sinks.<Mono<String>>one();
        var answers = new ArrayList<String>();
        ask("a", slow.asMono(), answers);
        ask("b", Mono.just(transactions.hearing("b")), answers);

        slow.tryEmitError(AuctionProblem.NOT_FOUND.raise());

        assertThat(answers).containsExactly("a refused", "b");
    }

    @Test
    void oneAuctionDoesNotWaitForAnother() {
        var answers = new ArrayList<String>();
        ask("a", Mono.never(), answers);

        turns.take(OTHER, Mono.just(transactions.hearing("b"))).subscribe(answers::add);

        assertThat(answers).containsExactly("b");
    }

    @Test
    void aRefusalLeavesTheOthersWhatTheyHave() {
        var first = Sinks.<String>one();
        var answers = new ArrayList<String>();
        ask("a", Mono.just(first.asMono()), answers);
        ask("b", Mono.just(transactions.hearing("b")), answers);
        ask("c", Mono.just(Mono.error(AuctionProblem.BID_TOO_LOW.raise())), answers);
        ask("d", Mono.just(transactions.hearing("d")), answers);

        first.tryEmitValue("a");

        assertThat(answers).containsExactly("a", "b", "c refused", "d");
        assertThat(transactions.committed).containsExactly(List.of(), List.of("b", "d"));
    }

    @Test
    void afterAFailureEachIsHeardAlone() {
        var first = Sinks.<String>one();
        var answers = new ArrayList<String>();
        ask("a", Mono.just(first.asMono()), answers);
        ask("b", Mono.just(transactions.hearing("b")), answers);
        ask("c", Mono.just(Mono.error(new IllegalStateException("broken"))), answers);
        ask("d", Mono.just(transactions.hearing("d")), answers);

        first.tryEmitValue("a");

        assertThat(answers).containsExactly("a", "b", "c broken", "d");
        assertThat(transactions.committed).containsExactly(List.of(), List.of("b"), List.of("d"));
    }

    @Test
    void nobodyIsHeardAgainAfterACommitOfWhichNobodyKnows() {
        var first = Sinks.<String>one();
        var answers = new ArrayList<String>();
        ask("a", Mono.just(first.asMono()), answers);
        ask("b", Mono.just(transactions.hearing("b")), answers);
        ask("c", Mono.just(transactions.hearing("c")), answers);
        transactions.isCommitFailing = true;

        first.tryEmitValue("a");

        assertThat(answers).containsExactly("a lost", "b lost", "c lost");
        assertThat(transactions.begun).isEqualTo(2);
    }

    @Test
    void whoeverLeavesBeforeTheirTurnIsNotHeard() {
        var first = Sinks.<String>one();
        var answers = new ArrayList<String>();
        ask("a", Mono.just(first.asMono()), answers);
        var leaving = turns.take(AUCTION, Mono.just(transactions.hearing("b"))).subscribe();
        ask("c", Mono.just(transactions.hearing("c")), answers);

        leaving.dispose();
        first.tryEmitValue("a");

        assertThat(answers).containsExactly("a", "c");
        assertThat(transactions.committed).containsExactly(List.of(), List.of("c"));
    }

    @Test
    void everybodyIsHeardInTheirOwnContext() {
        var own =
                turns.take(AUCTION, Mono.just(Mono.deferContextual(context -> Mono.just(context.<String>get("who")))));

        StepVerifier.create(own.contextWrite(context -> context.put("who", "a")))
                .expectNext("a")
                .verifyComplete();
    }

    @Test
    void whoeverAsksNeedNotWaitUntilAnotherThreadHasHeard() throws Exception {
        var entered = new CountDownLatch(1);
        var released = new CountDownLatch(1);
        var slow = Mono.fromCallable(() -> {
            entered.countDown();
            return released.await(10, TimeUnit.SECONDS) ? "a" : "too late";
        });
        var answers = new CopyOnWriteArrayList<String>();
        try (var other = Executors.newSingleThreadExecutor()) {
            var done = other.submit(() -> ask("a", Mono.just(slow), answers));
            entered.await();

            ask("b", Mono.just(transactions.hearing("b")), answers);

            assertThat(answers).isEmpty();
            released.countDown();
            done.get();
        }
        assertThat(answers).containsExactlyInAnyOrder("a", "b");
    }

    /** Somebody joins at the very moment at which the last one leaves. */
    @Test
    void nobodyIsForgottenWhoeverComesAndGoesBesideThem() throws Exception {
        var each = 20_000;
        var heard = new AtomicInteger();
        var turnsOfMany = new Turns(new Undone());
        try (var people = Executors.newFixedThreadPool(3)) {
            var asking = Stream.generate(() -> (Callable<Void>) () -> {
                        for (int i = 0; i < each; i++) {
                            turnsOfMany
                                    .take(AUCTION, Mono.just(Mono.fromSupplier(heard::incrementAndGet)))
                                    .block(Duration.ofSeconds(10));
                        }
                        return null;
                    })
                    .limit(3)
                    .toList();
            for (var done : people.invokeAll(asking)) {
                done.get();
            }
        }
        assertThat(heard).hasValue(3 * each);
    }

    private void ask(String who, Mono<Mono<String>> prepared, List<String> answers) {
        turns.take(AUCTION, prepared)
                .subscribe(
                        answers::add,
                        failure -> answers.add(
                                who + (failure instanceof ProblemException ? " refused" : " " + failure.getMessage())));
    }

    /** Keeps what was done in each that was committed. */
    private static final class Transactions implements TransactionalOperator {
        final List<List<String>> committed = new ArrayList<>();
        int begun;
        boolean isCommitFailing;
        private List<String> done = List.of();

        Mono<String> hearing(String what) {
            return Mono.fromSupplier(() -> {
                done.add(what);
                return what;
            });
        }

        @Override
        public <T> Flux<T> execute(TransactionCallback<T> action) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> Mono<T> transactional(Mono<T> mono) {
            return Mono.defer(() -> {
                begun++;
                done = new ArrayList<>();
                return mono.doOnSuccess(_ -> commit());
            });
        }

        @Override
        public <T> Flux<T> transactional(Flux<T> flux) {
            throw new UnsupportedOperationException();
        }

        private void commit() {
            if (isCommitFailing) {
                throw new IllegalStateException("lost");
            }
            committed.add(done);
        }
    }

    /** No transaction at all. */
    private static final class Undone implements TransactionalOperator {

        @Override
        public <T> Flux<T> execute(TransactionCallback<T> action) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> Mono<T> transactional(Mono<T> mono) {
            return mono;
        }

        @Override
        public <T> Flux<T> transactional(Flux<T> flux) {
            return flux;
        }
    }
}
