package io.xunshi.platform.auction.usecase;

import io.xunshi.platform.auction.AuctionId;
import io.xunshi.platform.http.HttpProblem;
import io.xunshi.platform.kernel.ProblemException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.FluxSink.OverflowStrategy;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;
import reactor.core.publisher.Sinks;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Has those who ask at one auction at the same moment heard in the order in which they asked, several of them in one
 * transaction. Whoever asks alone waits for nobody. The order holds within one process; between two, the lock decides.
 */
@Component
class Turns {
    /** More would keep the first of them waiting for the last. */
    private static final int TOGETHER_MAX = 16;

    /** Whoever is first and not ready holds up all others. */
    private static final Duration PREPARED_WITHIN = Duration.ofSeconds(5);

    private final TransactionalOperator transaction;
    private final Map<AuctionId, Line> lines = new ConcurrentHashMap<>();

    Turns(TransactionalOperator transaction) {
        this.transaction = transaction;
    }

    /**
     * What the hearing gives, once it is committed. To be subscribed to outside of any transaction. Who leaves before
     * their turn is not heard; of who leaves while they are heard nothing is written, unless others are heard with
     * them.
     *
     * @param prepared begun at once, beside what others prepare, and given up after five seconds; gives the hearing,
     *     which runs in the transaction and may refuse with a {@link ProblemException} as long as it has written
     *     nothing. After any other failure each of those who were heard together is heard again, in a transaction of
     *     their own.
     */
    <T> Mono<T> take(AuctionId auction, Mono<Mono<T>> prepared) {
        return Mono.deferContextual(context -> {
            var turn = new Turn<T>(context);
            var line = lines.compute(auction, (_, known) -> (known == null ? new Line() : known).joined(turn));
            return prepared.timeout(PREPARED_WITHIN, Mono.error(HttpProblem.UNAVAILABLE::raise))
                    .flatMap(hearing -> {
                        turn.prepare(hearing);
                        line.ring();
                        return turn.answer();
                    })
                    .doFinally(_ -> {
                        lines.computeIfPresent(auction, (_, known) -> known.left(turn));
                        line.ring();
                    });
        });
    }

    private Mono<Void> hear(List<Turn<?>> turns) {
        return Flux.fromIterable(turns)
                .concatMap(Turn::hear)
                .then()
                .as(transaction::transactional)
                .doOnSuccess(_ -> turns.forEach(Turn::tell))
                .onErrorResume(failure -> hearEach(turns, failure));
    }

    /** A commit that failed may have happened all the same: then nobody is heard twice. */
    private Mono<Void> hearEach(List<Turn<?>> turns, Throwable failure) {
        if (turns.size() == 1 || turns.getLast().isHeard()) {
            turns.forEach(turn -> turn.fail(failure));
            return Mono.empty();
        }
        return Flux.fromIterable(turns).concatMap(turn -> hear(List.of(turn))).then();
    }

    /** Those who wait at one auction, and what hears them as long as there are any. */
    private final class Line {
        private final Deque<Turn<?>> waiting = new ArrayDeque<>();
        /** Unlike a sink of {@link Sinks} it takes whoever rings while another's ring is being followed. */
        private final AtomicReference<@Nullable FluxSink<Boolean>> bell = new AtomicReference<>();

        private final AtomicReference<Disposable> moving = new AtomicReference<>(Disposables.disposed());
        private int members;

        /** Begins to listen before anybody can ring; nobody's context but one's own counts while one is heard. */
        Line() {
            Flux.<Boolean>create(bell::set, OverflowStrategy.LATEST)
                    .concatMap(_ -> Mono.defer(this::hearNext).repeat(this::isNextReady), 1)
                    .contextWrite(_ -> Context.empty())
                    .publish()
                    .autoConnect(0, moving::set);
        }

        /** Somebody is ready, or has left. */
        void ring() {
            Objects.requireNonNull(bell.get()).next(true);
        }

        synchronized Line joined(Turn<?> turn) {
            waiting.addLast(turn);
            members++;
            return this;
        }

        /** Null once nobody is left. */
        synchronized @Nullable Line left(Turn<?> turn) {
            waiting.remove(turn);
            members--;
            if (members > 0) {
                return this;
            }
            moving.get().dispose();
            return null;
        }

        private Mono<Void> hearNext() {
            var next = next();
            return next.isEmpty() ? Mono.empty() : hear(next);
        }

        /** Whoever is not ready holds up those behind, so that nobody is overtaken. */
        private synchronized List<Turn<?>> next() {
            var next = new ArrayList<Turn<?>>();
            while (next.size() < TOGETHER_MAX && isNextReady()) {
                next.add(waiting.removeFirst());
            }
            return next;
        }

        private synchronized boolean isNextReady() {
            var first = waiting.peekFirst();
            return first != null && first.isReady();
        }
    }

    private static final class Turn<T> {
        private final ContextView context;
        private final Sinks.One<T> answer = Sinks.one();
        private volatile @Nullable Mono<T> hearing;
        private volatile @Nullable Signal<T> outcome;

        Turn(ContextView context) {
            this.context = context;
        }

        void prepare(Mono<T> prepared) {
            hearing = prepared;
        }

        boolean isReady() {
            return hearing != null;
        }

        boolean isHeard() {
            return outcome != null;
        }

        Mono<T> answer() {
            return answer.asMono();
        }

        /** A refusal is an outcome like any other, and leaves the transaction to those who are heard with it. */
        Mono<Void> hear() {
            outcome = null;
            return Objects.requireNonNull(hearing)
                    .materialize()
                    .flatMap(this::keep)
                    .contextWrite(own -> own.putAll(context));
        }

        private Mono<Void> keep(Signal<T> signal) {
            var failure = signal.getThrowable();
            if (failure != null && !(failure instanceof ProblemException)) {
                return Mono.error(failure);
            }
            outcome = signal;
            return Mono.empty();
        }

        void tell() {
            var told = Objects.requireNonNull(outcome);
            var value = told.get();
            var refusal = told.getThrowable();
            if (value != null) {
                answer.tryEmitValue(value);
            } else if (refusal != null) {
                answer.tryEmitError(refusal);
            } else {
                answer.tryEmitEmpty();
            }
        }

        void fail(Throwable failure) {
            answer.tryEmitError(failure);
        }
    }
}
