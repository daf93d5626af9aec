package io.xunshi.infra.launcher;

import io.xunshi.infra.launcher.console.Console;
import io.xunshi.infra.launcher.run.RunningPlatform;
import io.xunshi.infra.launcher.state.RunRecord;
import io.xunshi.transparency.verify.VerifyLog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "verify",
        description =
                "Checks the signature, tiles, entries, root and figures of a whole log from outside, over HTTP alone.")
final class VerifyCommand implements Runnable {

    private static final String DEFAULT_URL = "http://localhost:8080";

    private final Console console;

    @Mixin
    private StateOption state = new StateOption();

    @Parameters(
            arity = "0..1",
            paramLabel = "URL",
            description = "The site; by default the platform that runs on the state folder, or " + DEFAULT_URL + ".")
    private @Nullable String url;

    VerifyCommand(Console console) {
        this.console = console;
    }

    /** The verifier ends this program with its own exit status. */
    @Override
    public void run() {
        VerifyLog.main(new String[] {site().replaceFirst("/+$", "")});
    }

    private String site() {
        if (url != null) {
            return url;
        }
        return new RunningPlatform(state.folder(), console)
                .find()
                .map(RunRecord::url)
                .orElse(DEFAULT_URL);
    }
}
