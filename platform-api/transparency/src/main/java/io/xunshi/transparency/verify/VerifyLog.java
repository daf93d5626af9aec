package io.xunshi.transparency.verify;

import io.xunshi.transparency.note.VerifierKey;
import io.xunshi.transparency.witness.TrustPolicy;
import io.xunshi.transparency.witness.TrustPolicy.Accepted;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks the log of a site and what it shows of auctions and reference prices over HTTP alone, the same from a folder
 * of files, or one <code>.tlog-proof</code>. Ends with 0 where everything agrees, 1 where something does not, 2 where
 * it could not be checked.
 */
public final class VerifyLog {
    private static final int SOUND = 0;
    private static final int NOT_SOUND = 1;
    private static final int NOT_CHECKED = 2;

    private final PrintStream out;

    VerifyLog(PrintStream out) {
        this.out = out;
    }

    /**
     * What to check, and by whose word.
     *
     * @param subject an http address, a folder, or a file
     * @param policy the file that says whom to believe (C2SP tlog-policy); null to believe whom the site names
     * @param keep a folder for all that is read; null to keep nothing
     */
    public record Task(
            String subject, @Nullable Path policy, @Nullable Path keep) {}

    /** Checks, says what it found, and ends this program. */
    public static void run(Task task) {
        try (var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
            System.exit(new VerifyLog(out).verify(task));
        }
    }

    int verify(Task task) {
        try {
            check(task);
            return SOUND;
        } catch (VerificationFailure failure) {
            out.println(task.subject() + " is NOT sound: " + failure.getMessage());
            return NOT_SOUND;
        } catch (IOException | IllegalArgumentException e) {
            out.println(task.subject() + " could not be checked: "
                    + Objects.requireNonNullElse(e.getMessage(), "nothing answers there"));
            return NOT_CHECKED;
        }
    }

    private void check(Task task) throws IOException, VerificationFailure {
        var known = task.policy() == null ? null : TrustPolicy.read(Files.readAllBytes(task.policy()));
        if (task.subject().matches("https?://.*")) {
            var site = new HttpSource(URI.create(task.subject()));
            checkSite(task.keep() == null ? site : new FolderSource(task.keep()).keeping(site), known);
        } else if (Files.isDirectory(Path.of(task.subject()))) {
            checkFolder(new FolderSource(Path.of(task.subject())), known);
        } else {
            checkProof(Path.of(task.subject()), known);
        }
    }

    private void checkSite(LogSource source, @Nullable TrustPolicy known) throws IOException, VerificationFailure {
        var found = new SiteVerification(source, known).verify();
        say(found.log().accepted(), known);
        out.println("  checked    every record, " + found.log().tiles() + " tiles, "
                + found.log().figures() + " rows of figures, " + found.log().priceReleases()
                + " releases of prices, " + found.auctions() + " auctions, "
                + found.references() + " sets of reference prices");
    }

    private void checkFolder(FolderSource folder, @Nullable TrustPolicy known) throws IOException, VerificationFailure {
        if (folder.isWholeSite()) {
            checkSite(folder, known);
            return;
        }
        var found = new LogVerification(folder, known).verifyWithoutFigures();
        say(found.accepted(), known);
        out.println("  checked    every record, " + found.tiles()
                + " tiles; figures, auctions and reference prices are not there");
    }

    private void checkProof(Path file, @Nullable TrustPolicy known) throws IOException, VerificationFailure {
        if (known == null) {
            throw new IllegalArgumentException("a proof needs a policy that says whom to believe: --policy FILE");
        }
        var found = new ProofVerification(known).verify(Files.readAllBytes(file));
        say(found.accepted(), known);
        out.println(
                "  record     " + found.index() + " is in it: " + found.record().step() + " of "
                        + found.record().order() + " at " + found.record().at());
    }

    private void say(Accepted accepted, @Nullable TrustPolicy known) {
        out.println("The log of " + accepted.checkpoint().origin() + " is sound.");
        out.println("  size       " + accepted.checkpoint().size() + " records");
        out.println("  root       " + accepted.checkpoint().root());
        for (var key : accepted.signedBy()) {
            out.println("  signed by  " + shortened(key));
        }
        out.println("  cosigned   " + cosigners(accepted));
        if (known == null) {
            out.println(
                    "  trusted    the keys that the log itself names; compare them with what you were told elsewhere");
        }
    }

    /** A key of ML-DSA-44 fills a screen; its name and id are enough to compare. */
    private static String shortened(VerifierKey key) {
        var text = key.text();
        return text.length() > 120 ? text.substring(0, 120) + "…" : text;
    }

    private static String cosigners(Accepted accepted) {
        return accepted.cosignedBy().isEmpty()
                ? "by nobody"
                : accepted.cosignedBy().stream()
                        .map(witness -> witness.name() + " (" + witness.key().name() + ")")
                        .collect(Collectors.joining(", ", "by ", ""));
    }
}
