package io.xunshi.witness;

import io.xunshi.transparency.note.VerifierKey;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * <code>init FOLDER NAME VKEY…</code> makes a witness for the logs with these keys; <code>run [HOST:]PORT FOLDER…
 * </code> runs one or more, on this machine's own address unless told otherwise.
 */
public final class WitnessProgram {
    private static final String USAGE = "witness init FOLDER NAME VKEY... | witness run [HOST:]PORT FOLDER...";

    /** Who sends more slowly is not a log; the JDK waits for ever otherwise. */
    private static final String REQUEST_SECONDS_MAX = "20";

    private WitnessProgram() {}

    public static void main(String[] arguments) throws IOException {
        var words = List.of(arguments);
        if (words.size() >= 4 && words.getFirst().equals("init")) {
            init(words, System.out);
        } else if (words.size() >= 3 && words.getFirst().equals("run")) {
            run(words);
        } else {
            System.err.println(USAGE);
            System.exit(2);
        }
    }

    private static void init(List<String> words, PrintStream out) {
        var logs =
                words.subList(3, words.size()).stream().map(VerifierKey::parse).toList();
        var folder = WitnessFolder.create(Path.of(words.get(1)), words.get(2), logs);
        out.println("Give one of these keys to the log:");
        folder.signers().forEach(signer -> out.println(signer.verifier().text()));
    }

    private static void run(List<String> words) throws IOException {
        System.setProperty("sun.net.httpserver.maxReqTime", REQUEST_SECONDS_MAX);
        var folders = words.subList(2, words.size()).stream()
                .map(folder -> new WitnessFolder(Path.of(folder)))
                .toList();
        var server = new WitnessServer(address(words.get(1)), folders);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "close"));
    }

    private static InetSocketAddress address(String text) {
        var parts = Arrays.asList(text.split(":(?=[0-9]+$)"));
        var host = parts.size() == 1 ? "127.0.0.1" : parts.getFirst();
        return new InetSocketAddress(host, Integer.parseInt(parts.getLast()));
    }
}
