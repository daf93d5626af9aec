package io.xunshi.infra.launcher.state;

import io.xunshi.infra.launcher.console.LauncherFailure;
import io.xunshi.infra.server.Folders;
import io.xunshi.infra.server.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The one folder that holds everything of one platform on this machine: data, logs, secrets and what runs. */
public final class StateFolder {

    /** Only a folder with this file is ever deleted. */
    private static final String MARK = "xunshi-state";

    private static final List<String> CONTENT = List.of(
            "data",
            "logs",
            "run",
            "programs",
            "run.json",
            "ports.json",
            "secrets.json",
            "demo-accounts.json",
            "first-start",
            "lock",
            MARK);

    private final Path path;
    private final JsonFile<RunRecord> runRecord;
    private final JsonFile<PlatformSecrets> secrets;
    private final JsonFile<PortNumbers> ports;

    public StateFolder(Path path) {
        this.path = path.toAbsolutePath().normalize();
        this.runRecord = new JsonFile<>(this.path.resolve("run.json"), RunRecord.class);
        this.secrets = new JsonFile<>(this.path.resolve("secrets.json"), PlatformSecrets.class);
        this.ports = new JsonFile<>(this.path.resolve("ports.json"), PortNumbers.class);
    }

    private record PortNumbers(Map<String, Integer> byName) {}

    public Path path() {
        return path;
    }

    public Path logs() {
        return path.resolve("logs");
    }

    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    public Path pidFile(String name) {
        return path.resolve("run").resolve(name + ".pid");
    }

    /** The programs that run, apart from the build. */
    public Path programs() {
        return path.resolve("programs");
    }

    /** The folder of one program, which is made where it is missing. */
    public Path home(String program) {
        try {
            return Files.createDirectories(programs().resolve(program));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the folder of " + program, e);
        }
    }

    public Path demoAccountsFile() {
        return path.resolve("demo-accounts.json");
    }

    /**
     * Makes the folder if it is not there.
     *
     * @throws LauncherFailure if it holds something else than a platform's state
     */
    public void create() {
        try {
            if (Files.isDirectory(path) && !isState() && !isEmpty()) {
                throw new LauncherFailure(path + " holds other files; name a new or empty folder");
            }
            Files.createDirectories(logs());
            Files.createDirectories(programs());
            Files.createDirectories(path.resolve("run"));
            Files.writeString(path.resolve(MARK), "The state of a Xunshi platform; ./xunshi reset removes it.\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use " + path + " as state folder", e);
        }
    }

    public boolean isState() {
        return Files.isRegularFile(path.resolve(MARK));
    }

    /** Holds the folder for this process until it ends, or returns empty if another holds it. */
    public Optional<FileLock> tryLock() {
        try {
            var channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return Optional.ofNullable(channel.tryLock());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock " + path, e);
        }
    }

    /** What was started and not stopped in an orderly way; its processes may have ended nevertheless. */
    public Optional<RunRecord> runRecord() {
        return runRecord.read();
    }

    public void write(RunRecord record) {
        runRecord.write(record);
    }

    public void deleteRunRecord() {
        runRecord.delete();
    }

    /**
     * The secrets of this folder, made at the first call; the port then becomes part of the log's name. Those that an
     * older version did not make are made now and kept.
     */
    public PlatformSecrets secrets(int port) {
        PlatformSecrets kept = secrets.read().orElseGet(() -> PlatformSecrets.generate(port));
        secrets.write(kept);
        return kept;
    }

    /** The port that the part had last time, or a new one if it is taken; addresses of old pages then still work. */
    public synchronized int port(String part) {
        var numbers = new TreeMap<>(ports.read().map(PortNumbers::byName).orElseGet(Map::of));
        int port = Optional.ofNullable(numbers.get(part)).filter(Ports::isFree).orElseGet(Ports::free);
        numbers.put(part, port);
        ports.write(new PortNumbers(numbers));
        return port;
    }

    public List<DemoAccount> demoAccounts() {
        return new JsonFile<>(demoAccountsFile(), DemoAccount[].class)
                .read()
                .map(Arrays::asList)
                .orElseGet(List::of);
    }

    /** How far the first start came, which loads the sample data. */
    public FirstStart firstStart() {
        try {
            return Files.exists(firstStartFile())
                    ? FirstStart.valueOf(Files.readString(firstStartFile()).strip())
                    : FirstStart.AHEAD;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + firstStartFile(), e);
        }
    }

    public void mark(FirstStart reached) {
        try {
            Files.writeString(firstStartFile(), reached.name());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + firstStartFile(), e);
        }
    }

    /** Deletes what the servers keep. */
    public void deleteData() {
        delete("data");
    }

    /** Deletes the state; other files in the folder, and then the folder, stay. */
    public void delete() {
        CONTENT.forEach(this::delete);
        try {
            if (isEmpty()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + path, e);
        }
    }

    private void delete(String name) {
        try {
            Folders.delete(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + path.resolve(name), e);
        }
    }

    private Path firstStartFile() {
        return path.resolve("first-start");
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> content = Files.list(path)) {
            return content.findAny().isEmpty();
        }
    }
}
