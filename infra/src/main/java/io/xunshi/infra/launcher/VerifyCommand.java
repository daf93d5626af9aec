package io.xunshi.infra.launcher;

import io.xunshi.infra.launcher.console.Console;
import io.xunshi.infra.launcher.run.RunningPlatform;
import io.xunshi.infra.launcher.state.RunRecord;
import io.xunshi.transparency.verify.VerifyLog;
import io.xunshi.transparency.verify.VerifyLog.Task;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "verify",
        description =
                "Checks signatures, cosignatures, tiles, entries, root, figures and auctions of a whole log from outside, over HTTP or from files, or one .tlog-proof.")
final class VerifyCommand implements Runnable {

    private static final String DEFAULT_URL = "http://localhost:8080";

    private final Console console;

    @Mixin
    private StateOption state = new StateOption();

    @Parameters(
            arity = "0..1",
            paramLabel = "SUBJECT",
            description = "A site's address, a folder with a log's files, or a .tlog-proof; by default the platform"
                    + " that runs on the state folder, or " + DEFAULT_URL + ".")
    private @Nullable String subject;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "Whom to believe (C2SP tlog-policy); by default the keys that the site names.")
    private @Nullable Path policy;

    @Option(
            names = "--keep",
            paramLabel = "FOLDER",
            description = "Keeps all that is read of a site in this folder, where it can be checked again.")
    private @Nullable Path keep;

    VerifyCommand(Console console) {
        this.console = console;
    }

    /** The verifier ends this program with its own exit status. */
    @Override
    public void run() {
        VerifyLog.run(new Task(subject().replaceFirst("/+$", ""), policy, keep));
    }

    private String subject() {
        if (subject != null) {
            return subject;
        }
        return new RunningPlatform(state.folder(), console)
                .find()
                .map(RunRecord::url)
                .orElse(DEFAULT_URL);
    }
}
