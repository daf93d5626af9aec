package io.xunshi.infra.launcher;

import io.xunshi.infra.launcher.build.Build;
import io.xunshi.infra.launcher.build.Programs;
import io.xunshi.infra.launcher.console.Console;
import io.xunshi.infra.launcher.console.LauncherFailure;
import io.xunshi.infra.launcher.run.Platform;
import io.xunshi.infra.launcher.run.RunningPlatform;
import io.xunshi.infra.launcher.run.Welcome;
import io.xunshi.infra.launcher.state.RunRecord;
import io.xunshi.infra.launcher.state.StateFolder;
import io.xunshi.infra.server.Durability;
import io.xunshi.infra.server.Ports;
import io.xunshi.infra.server.ProjectFolder;
import io.xunshi.infra.server.ServerFailure;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        description = "Builds what is out of date, starts everything, and says where it is. Ctrl-C stops it.")
final class UpCommand implements Runnable {

    private final Console console;
    private final CountDownLatch never = new CountDownLatch(1);

    @Mixin
    private StateOption state = new StateOption();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "The port of the site; ${DEFAULT-VALUE} by default.")
    private int port;

    @Option(names = "--detach", description = "Return when everything is healthy and leave it running.")
    private boolean isDetached;

    private volatile boolean isStopping;

    UpCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        StateFolder folder = state.folder();
        folder.create();
        if (new RunningPlatform(folder, console).find().isPresent()) {
            throw isRunningAlready(folder);
        }
        if (isDetached) {
            new Detached(folder, console).start(port);
        } else {
            runHere(folder);
        }
    }

    private void runHere(StateFolder folder) {
        var _ = folder.tryLock().orElseThrow(() -> isRunningAlready(folder));
        new RunningPlatform(folder, console).stopLeftovers();
        if (!Ports.isFree(port)) {
            throw new LauncherFailure("Port " + port + " is taken; name another with --port");
        }
        Path project = ProjectFolder.locate();
        console.line("Starting Xunshi on " + folder.path());
        new Build(project, console).bringUpToDate(folder.log("build"));
        var platform = new Platform(folder, port, Durability.DURABLE, new Programs(project), console);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(platform), "stop"));
        start(platform);
        new Welcome(folder, platform.url()).print(console);
        platform.announce();
        waitForTheEnd();
    }

    private void start(Platform platform) {
        try {
            platform.start();
        } catch (ServerFailure e) {
            if (isStopping) {
                waitForTheEnd();
            }
            throw e;
        }
    }

    private void stop(Platform platform) {
        isStopping = true;
        console.line("Stopping");
        platform.close();
        console.line("Stopped");
    }

    /** The shutdown hook does the rest when a signal comes. */
    private void waitForTheEnd() {
        try {
            never.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static LauncherFailure isRunningAlready(StateFolder folder) {
        String where = folder.runRecord().map(RunRecord::url).orElse("(building)");
        return new LauncherFailure("It runs already on " + folder.path() + ": " + where);
    }
}
