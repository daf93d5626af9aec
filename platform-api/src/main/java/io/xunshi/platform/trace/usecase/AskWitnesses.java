package io.xunshi.platform.trace.usecase;

import io.xunshi.platform.trace.usecase.WitnessCalls.Reply;
import io.xunshi.transparency.merkle.Hash;
import io.xunshi.transparency.note.Checkpoint;
import io.xunshi.transparency.note.Note;
import io.xunshi.transparency.witness.AddCheckpoint;
import io.xunshi.transparency.witness.TrustPolicy;
import io.xunshi.transparency.witness.Witness;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Shows a signed checkpoint to all witnesses at once and gathers what they cosign. Believes a cosignature only after
 * checking it, and remembers of each witness the size that it said it knows. Must not be called inside a transaction:
 * it waits for others.
 */
@Component
public class AskWitnesses {
    /** After a quorum the others have so long: they are on their way, and nobody needs to wait for who is not. */
    private static final Duration GRACE = Duration.ofMillis(300);

    /** Without a quorum nobody is asked again sooner. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final TrustPolicy policy;
    private final WitnessCalls calls;
    private final Duration timeout;
    private final Map<Witness, Long> knownSizes = new ConcurrentHashMap<>();
    private final Map<Witness, Standing> standings = new ConcurrentHashMap<>();
    private volatile boolean hasQuorum = true;
    private volatile long pausedUntil = System.nanoTime();

    AskWitnesses(LogKeys keys, WitnessCalls calls, TraceSettings settings) {
        policy = keys.policy();
        this.calls = calls;
        timeout = settings.witnessTimeout();
    }

    /**
     * The note with all cosignatures that came in time; empty while these are no quorum.
     *
     * @param proofFrom why a tree of a size is the beginning of the note's
     */
    public Mono<Note> cosigned(Note note, LongFunction<List<Hash>> proofFrom) {
        if (policy.witnesses().isEmpty()) {
            return Mono.just(note);
        }
        return Mono.defer(() -> isPaused() ? Mono.empty() : gather(new Question(note, proofFrom)));
    }

    /** What the last question to each witness came to, by its name. */
    Map<String, Standing> standings() {
        var byName = new TreeMap<String, Standing>();
        policy.witnesses()
                .forEach(witness -> byName.put(witness.name(), standings.getOrDefault(witness, Standing.NOT_ASKED)));
        return byName;
    }

    /** False from the first time that too few cosigned to the next time that enough do. */
    boolean hasQuorum() {
        return hasQuorum;
    }

    private Mono<Note> gather(Question question) {
        return Flux.fromIterable(policy.witnesses())
                .flatMap(witness -> ask(witness, question), policy.witnesses().size())
                .publish(this::untilQuorumAndGrace)
                .collectList()
                .filter(this::rememberWhetherQuorum)
                .map(cosignatures -> question.note()
                        .with(cosignatures.stream().map(Cosignature::line).toList()));
    }

    private Flux<Cosignature> untilQuorumAndGrace(Flux<Cosignature> answers) {
        var quorum = answers.map(Cosignature::witness)
                .scan(List.<Witness>of(), AskWitnesses::plus)
                .filter(policy.quorum()::isReachedBy)
                .next();
        return answers.takeUntilOther(quorum.delayElement(GRACE));
    }

    private static List<Witness> plus(List<Witness> some, Witness one) {
        return Stream.concat(some.stream(), Stream.of(one)).toList();
    }

    private boolean rememberWhetherQuorum(List<Cosignature> cosignatures) {
        hasQuorum = policy.quorum()
                .isReachedBy(cosignatures.stream().map(Cosignature::witness).toList());
        if (!hasQuorum) {
            pausedUntil = System.nanoTime() + PAUSE.toNanos();
        }
        return hasQuorum;
    }

    private boolean isPaused() {
        return !hasQuorum && pausedUntil - System.nanoTime() > 0;
    }

    /** Empty where the witness does not cosign, for whatever reason; the reason is kept. */
    private Mono<Cosignature> ask(Witness witness, Question question) {
        var known = Math.min(knownSizes.getOrDefault(witness, 0L), question.size());
        return show(witness, question, known)
                .flatMap(reply ->
                        reply instanceof Reply.Stale(var size) ? showAgain(witness, question, size) : Mono.just(reply))
                .timeout(timeout)
                .flatMap(reply -> judge(witness, question, reply))
                .onErrorResume(failure -> {
                    standings.put(witness, Standing.SILENT);
                    return Mono.empty();
                })
                .doOnCancel(() -> standings.put(witness, Standing.SILENT));
    }

    private Mono<Reply> show(Witness witness, Question question, long oldSize) {
        return Mono.fromSupplier(() -> question.from(oldSize))
                .flatMap(request -> calls.add(Objects.requireNonNull(witness.url()), request));
    }

    /** With the proof from what the witness says it knows, unless that is more than there is to show. */
    private Mono<Reply> showAgain(Witness witness, Question question, long knownSize) {
        knownSizes.put(witness, knownSize);
        return knownSize > question.size() ? Mono.just(new Reply.Stale(knownSize)) : show(witness, question, knownSize);
    }

    private Mono<Cosignature> judge(Witness witness, Question question, Reply reply) {
        return switch (reply) {
            case Reply.Cosigned(var lines) -> believed(witness, question, lines);
            case Reply.Stale(var size) -> fails(witness, size > question.size() ? Standing.AHEAD : Standing.BEHIND);
            case Reply.Refused(var status) -> fails(witness, status == 422 ? Standing.CONTRADICTS : Standing.REFUSES);
        };
    }

    private Mono<Cosignature> believed(Witness witness, Question question, String lines) {
        return question.lineOf(witness, lines)
                .map(line -> {
                    knownSizes.put(witness, question.size());
                    standings.put(witness, Standing.COSIGNS);
                    return Mono.just(new Cosignature(witness, line));
                })
                .orElseGet(() -> fails(witness, Standing.LIES));
    }

    private Mono<Cosignature> fails(Witness witness, Standing why) {
        standings.put(witness, why);
        return Mono.empty();
    }

    /** How a witness stood to the last checkpoint that it was shown. */
    enum Standing {
        NOT_ASKED,
        COSIGNS,
        /** It did not answer in time, or with what the protocol does not know. */
        SILENT,
        /** It forgot what it had just said that it knew. */
        BEHIND,
        /** It knows a larger tree than was signed here: somebody else speaks for the log, or the log lost its end. */
        AHEAD,
        /** It holds that the log does not continue what it was shown before. */
        CONTRADICTS,
        REFUSES,
        /** It answered with a signature that is not its own, or not of this checkpoint. */
        LIES
    }

    private record Cosignature(Witness witness, Note.Line line) {}

    private record Question(Note note, LongFunction<List<Hash>> proofFrom) {

        long size() {
            return Checkpoint.read(note.text()).size();
        }

        AddCheckpoint from(long oldSize) {
            return new AddCheckpoint(oldSize, proofFrom.apply(oldSize), note);
        }

        /**
         * The witness's own line among those that it sent, if it is good. An answer with an empty line in it would be
         * read as a longer text, whose signature is good there and spoils our note.
         */
        Optional<Note.Line> lineOf(Witness witness, String lines) {
            try {
                var answered = Note.read((note.text() + "\n" + lines).getBytes(StandardCharsets.UTF_8));
                var isOfNote = answered.text().equals(note.text());
                return !isOfNote || answered.signedBy(List.of(witness.key())).isEmpty()
                        ? Optional.empty()
                        : answered.signatures().stream()
                                .filter(line -> line.isOf(witness.key()))
                                .findFirst();
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        }
    }
}
