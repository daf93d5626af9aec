package io.xunshi.platform.trace.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import io.xunshi.infra.junit.TestServers;
import io.xunshi.infra.junit.WithServers;
import io.xunshi.infra.server.ServerKind;
import io.xunshi.infra.server.Variables;
import io.xunshi.platform.trace.provider.HttpWitnessCalls;
import io.xunshi.platform.trace.storage.LogRepository;
import io.xunshi.transparency.merkle.Hash;
import io.xunshi.transparency.merkle.MerkleTree;
import io.xunshi.transparency.note.Checkpoint;
import io.xunshi.transparency.note.Note;
import io.xunshi.transparency.record.TradeRecord;
import io.xunshi.transparency.verify.LogVerification;
import io.xunshi.transparency.verify.VerificationFailure;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The sequencer dies at each of its writes, before and after it, and is started again: no gap, no record twice, and
 * nothing was ever signed or shown that the log does not continue.
 */
@WithServers(ServerKind.POSTGRES)
class SequencerCrashIT {
    private static final String MIGRATION = "src/main/resources/db/migration/trace/V202611230050__trace_log.sql";
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    /** So that the next seal fills a bundle, begins another, and writes tiles of two levels. */
    private static final int FIRST = 254;

    private static final int NEXT = 4;
    private static final int CLOCK_READINGS = 3;
    private static final int CONNECTIONS = 4;

    private final ConnectionPool connections;
    private final DatabaseClient database;
    private final TransactionalOperator transactions;
    private final DyingStore store = new DyingStore();
    private int recorded;

    SequencerCrashIT(TestServers servers) {
        connections = new ConnectionPool(ConnectionPoolConfiguration.builder(
                        ConnectionFactories.get("r2dbc:" + servers.variable(Variables.POSTGRES_URL)))
                .maxSize(CONNECTIONS)
                .build());
        database = DatabaseClient.create(connections);
        transactions = TransactionalOperator.create(new R2dbcTransactionManager(connections));
    }

    @AfterEach
    void hangUp() {
        connections.dispose();
    }

    @Test
    void aDeathAtAnyWriteToTheStoreIsMadeGood() throws Exception {
        int writes = writesOfASeal();
        assertThat(writes).as("two bundles, three tiles, one checkpoint").isEqualTo(6);
        for (var death : DyingStore.Death.values()) {
            for (int write = 0; write < writes; write++) {
                begin();
                store.dieAt(write, death);
                assertThat(seals(Clock.systemUTC()))
                        .as("%s write %d", death, write)
                        .isFalse();
                assertPromisesHold();

                store.live();
                record(1);
                seal(Clock.systemUTC());
                assertSound();
            }
        }
    }

    /** The clock is read for the signature, for the row that keeps it, and for the mark that it is published. */
    @Test
    void aDeathAtAnyWriteToTheDatabaseIsMadeGood() throws Exception {
        for (int reading = 0; reading < CLOCK_READINGS; reading++) {
            begin();
            assertThat(seals(new DyingClock(reading))).as("reading %d", reading).isFalse();
            assertPromisesHold();

            seal(Clock.systemUTC());
            assertSound();
        }
    }

    @Test
    void twoSequencersAtOnceMakeOneLog() throws Exception {
        begin();
        for (int round = 0; round < 5; round++) {
            record(NEXT);
            try (var one = started(Clock.systemUTC());
                    var other = started(Clock.systemUTC())) {
                Mono.when(
                                one.getBean(SealLog.class).seal(),
                                other.getBean(SealLog.class).seal())
                        .block();
            }
            seal(Clock.systemUTC());
            assertSound();
        }
    }

    /** It has its witnesses' word and hangs on the way to the store, while another one publishes more. */
    @Test
    void aReplicaThatHangsLeavesNoOlderLogBehind() throws Exception {
        begin();
        try (var other = started(Clock.systemUTC())) {
            store.meanwhile(Mono.fromRunnable(() -> record(1))
                    .subscribeOn(Schedulers.boundedElastic())
                    .then(Mono.defer(() -> other.getBean(SealLog.class).seal())));
            seal(Clock.systemUTC());
        }

        assertThat(store.checkpoints().stream().map(SequencerCrashIT::sizeOf))
                .as("what was there, both of the other one, ours too late, and the newest again")
                .containsExactly(
                        (long) FIRST, FIRST + NEXT + 0L, FIRST + NEXT + 1L, FIRST + NEXT + 0L, FIRST + NEXT + 1L);
        assertSound();
    }

    /** Its policy names the key from the first moment on, and nobody would believe what was published before. */
    @Test
    void aKeyThatALogGetsLaterSignsAQuietLogAtOnce() throws Exception {
        begin();
        try (var old = started(Clock.systemUTC(), "")) {
            old.getBean(SealLog.class).seal().block();
        }
        assertThatThrownBy(() -> new LogVerification(this::file).verifyWithoutFigures())
                .isInstanceOf(VerificationFailure.class);

        seal(Clock.systemUTC());

        assertSound();
    }

    private static long sizeOf(String note) {
        return Checkpoint.read(Note.read(note.getBytes(StandardCharsets.UTF_8)).text())
                .size();
    }

    /** A log of its own, with records that wait. */
    private void begin() throws IOException {
        database.sql("drop schema if exists trace cascade").then().block();
        database.sql(Files.readString(Path.of(MIGRATION))).then().block();
        store.clear();
        recorded = 0;
        record(FIRST);
        seal(Clock.systemUTC());
        record(NEXT);
    }

    private int writesOfASeal() throws Exception {
        begin();
        seal(Clock.systemUTC());
        assertSound();
        return store.writes();
    }

    private void assertSound() throws Exception {
        assertPromisesHold();
        var report = new LogVerification(this::file).verifyWithoutFigures();
        assertThat(report.checkpoint().size()).isEqualTo(recorded);
        assertThat(number("select count(distinct event_id) from trace.entry where position < %d".formatted(recorded)))
                .isEqualTo(recorded);
        assertThat(number("select max(position) + 1 from trace.entry")).isEqualTo(recorded);
    }

    /** Whatever was signed, published or not, is a beginning of the log as it is now. */
    private void assertPromisesHold() {
        var tree = new MerkleTree();
        Objects.requireNonNull(database.sql(
                                "select bytes from trace.entry where position is not null order by position")
                        .map(row -> Objects.requireNonNull(row.get(0, byte[].class)))
                        .all()
                        .collectList()
                        .block())
                .forEach(entry -> tree.append(Hash.ofLeaf(entry)));
        var signed = Objects.requireNonNull(database.sql("select note from trace.checkpoint")
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .all()
                .collectList()
                .block());
        signed.addAll(store.checkpoints());
        for (var note : signed) {
            var checkpoint = Checkpoint.read(
                    Note.read(note.getBytes(StandardCharsets.UTF_8)).text());
            assertThat(checkpoint.root()).isEqualTo(tree.rootAt(checkpoint.size()));
        }
    }

    private byte[] file(String path) throws FileNotFoundException {
        var keys = new LogKeys(settings(KEY));
        return switch (path) {
            case "log/key" -> keys.verifierKey().getBytes(StandardCharsets.UTF_8);
            case "log/policy" -> keys.policy().text().getBytes(StandardCharsets.UTF_8);
            default -> {
                var file = store.read(path);
                if (file == null) {
                    throw new FileNotFoundException(path);
                }
                yield file;
            }
        };
    }

    private boolean seals(Clock clock) {
        try {
            seal(clock);
            return true;
        } catch (DyingStore.Died died) {
            return false;
        }
    }

    /** A sequencer that was just started, which knows nothing but what is written. */
    private void seal(Clock clock) {
        store.beginCounting();
        try (var process = started(clock)) {
            process.getBean(SealLog.class).seal().block(Duration.ofSeconds(20));
        }
    }

    private AnnotationConfigApplicationContext started(Clock clock) {
        return started(clock, KEY);
    }

    private AnnotationConfigApplicationContext started(Clock clock, String mlDsaKey) {
        var process = new AnnotationConfigApplicationContext();
        process.registerBean(DatabaseClient.class, () -> database);
        process.registerBean(TransactionalOperator.class, () -> transactions);
        process.registerBean(DyingStore.class, () -> store);
        process.registerBean(TraceSettings.class, () -> settings(mlDsaKey));
        process.registerBean(Clock.class, () -> clock);
        process.registerBean(HttpWitnessCalls.class, () -> new HttpWitnessCalls(WebClient.builder()));
        process.register(LogRepository.class, LogTree.class, LogKeys.class, AskWitnesses.class, SealLog.class);
        process.refresh();
        return process;
    }

    private static TraceSettings settings(String mlDsaKey) {
        return new TraceSettings("xunshi.example/log", KEY, mlDsaKey, "", Duration.ofSeconds(1));
    }

    private void record(int count) {
        try (var process = started(Clock.systemUTC())) {
            for (int i = 0; i < count; i++) {
                process.getBean(LogRepository.class)
                        .add(UUID.randomUUID(), UUID.randomUUID(), entry(recorded++))
                        .block();
            }
        }
    }

    private static byte[] entry(int number) {
        return new TradeRecord(
                        TradeRecord.Step.PAID,
                        Instant.parse("2026-11-28T00:00:00Z"),
                        new UUID(0, number),
                        "D" + number,
                        "sofa",
                        "ZZ-JS",
                        "GOOD",
                        1,
                        0,
                        "ab",
                        "b",
                        "s")
                .bytes();
    }

    private long number(String sql) {
        return Objects.requireNonNull(database.sql(sql)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one()
                .block());
    }

    /** Stops at its so-manieth reading. */
    private static final class DyingClock extends Clock {
        private int left;

        DyingClock(int left) {
            this.left = left;
        }

        @Override
        public Instant instant() {
            if (left-- == 0) {
                throw new DyingStore.Died();
            }
            return Instant.now();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
