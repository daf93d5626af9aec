package io.xunshi.infra.launcher;

import io.xunshi.infra.launcher.console.Console;
import io.xunshi.infra.launcher.console.LauncherFailure;
import io.xunshi.infra.server.ServerFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The program behind {@code ./xunshi}. */
@Command(
        name = "./xunshi",
        description = "Runs the whole Xunshi platform on this machine.",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            VerifyCommand.class,
            FoldCommand.class,
            ReindexCommand.class,
            ResetCommand.class,
            TestCommand.class,
            BenchCommand.class,
            QualityCommand.class,
            SurveillanceCommand.class,
            KillDuringTradesCommand.class,
            HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true)
public final class Launcher {

    private Launcher() {}

    public static void main(String[] arguments) {
        System.exit(commandLine(new Console(System.out)).execute(arguments));
    }

    /** The command line, with failures that a person can mend told in one line and all others in full. */
    static CommandLine commandLine(Console console) {
        return new CommandLine(new Launcher(), new CommandFactory(console))
                .setExecutionExceptionHandler((failure, _, _) -> {
                    if (failure instanceof LauncherFailure || failure instanceof ServerFailure) {
                        console.line(String.valueOf(failure.getMessage()));
                        return CommandLine.ExitCode.SOFTWARE;
                    }
                    throw failure;
                });
    }

    /** Gives each command the console. */
    private record CommandFactory(Console console) implements CommandLine.IFactory {

        @Override
        public <K> K create(Class<K> type) throws Exception {
            try {
                return type.getDeclaredConstructor(Console.class).newInstance(console);
            } catch (NoSuchMethodException _) {
                return CommandLine.defaultFactory().create(type);
            }
        }
    }
}
