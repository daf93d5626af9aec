package io.xunshi.infra.launcher.faults;

import io.xunshi.infra.launcher.build.Programs;
import io.xunshi.infra.launcher.console.Console;
import io.xunshi.infra.launcher.console.LauncherFailure;
import io.xunshi.infra.launcher.run.Platform;
import io.xunshi.infra.launcher.run.SecondServer;
import io.xunshi.infra.launcher.state.FirstStart;
import io.xunshi.infra.launcher.state.ProcessIdentity;
import io.xunshi.infra.launcher.state.RunRecord;
import io.xunshi.infra.launcher.state.StateFolder;
import io.xunshi.infra.server.Durability;
import io.xunshi.infra.server.Folders;
import io.xunshi.infra.server.Ports;
import io.xunshi.infra.server.ServerFailure;
import io.xunshi.infra.server.Variables;
import io.xunshi.infra.simulation.SimulationClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Kills platform-api and search-indexer with SIGKILL while many trades are under way and an auction is bid for, lets
 * the launcher start them again and the people try again, and examines what came of it.
 */
public final class KillDuringTrades {

    private static final List<String> VICTIMS = List.of("platform-api", "search-indexer");

    /** After which parts of all steps the processes are killed: amid the placing, the paying and the handing over. */
    private static final List<Double> MOMENTS = List.of(1.0 / 6, 1.0 / 2, 5.0 / 6);

    private static final Duration LOOK_INTERVAL = Duration.ofMillis(5);

    private static final String OFFICERS_PHONE = "13659999999";
    private static final int BIDDERS = 5;
    private static final long FIRST_BIDDERS_PHONE = 13_650_000_000L;

    /** Long enough that the processes are killed while bids are taken, or about to be counted. */
    private static final Duration AUCTION = Duration.ofSeconds(90);

    private final StateFolder state;
    private final Path project;
    private final Console console;

    /** @param folder for a platform of its own; what is there is deleted */
    public KillDuringTrades(Path project, Path folder, Console console) {
        this.project = project;
        this.state = new StateFolder(folder);
        this.console = console;
    }

    /**
     * Runs the trades at the same time.
     *
     * @throws LauncherFailure if a trade does not end
     * @throws ServerFailure if the platform does not start
     */
    public List<Finding> run(int trades) throws IOException {
        Folders.delete(state.path());
        state.create();
        // The trades of the sample data would only stand in the way.
        state.mark(FirstStart.DONE);
        try (var platform = new Platform(state, Ports.free(), Durability.THROWAWAY, new Programs(project), console)) {
            platform.start();
            platform.announce();
            return run(trades, platform);
        }
    }

    private List<Finding> run(int trades, Platform platform) throws IOException {
        var site = URI.create(Objects.requireNonNull(platform.environment().get(Variables.PUBLIC_URL)));
        var messages = new SimulationClient(
                URI.create(Objects.requireNonNull(platform.environment().get(Variables.NOTICE_URL))));
        var steps = new AtomicInteger();
        List<Bargain> bargains = new Market(site, messages).open(trades, steps::incrementAndGet);
        try (var second = SecondServer.start(state, platform.environment(), Map.of())) {
            var hall =
                    Hall.open(site, messages, officer(site, messages, platform), FIRST_BIDDERS_PHONE, BIDDERS, AUCTION);
            console.line("  " + trades + " trades and an auction begin");
            return run(
                    bargains,
                    steps,
                    new BiddingStorm(hall, List.of(site, second.url())),
                    new Aftermath(site, platform.environment()));
        }
    }

    private List<Finding> run(List<Bargain> bargains, AtomicInteger steps, BiddingStorm storm, Aftermath aftermath)
            throws IOException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<BiddingStorm.Told> bids = threads.submit(storm::run);
            List<String> orders = trade(bargains, steps);
            return examine(
                    aftermath, orders, storm.hall(), Market.all(List.of(bids)).getFirst());
        }
    }

    private List<Finding> examine(Aftermath aftermath, List<String> orders, Hall hall, BiddingStorm.Told bids)
            throws IOException {
        aftermath.awaitQuiet();
        var findings = new ArrayList<>(aftermath.examine(orders));
        findings.addAll(aftermath.examine(hall, bids));
        findings.forEach(finding -> console.line(finding.toString()));
        return findings;
    }

    /** Nobody can sign up as one: the first of a platform is made in its database. */
    private static Person officer(URI site, SimulationClient messages, Platform platform) {
        var officer = Person.signUp(site, messages, OFFICERS_PHONE, "工作人员");
        new Database(Objects.requireNonNull(platform.environment().get(Variables.POSTGRES_URL)))
                .rows("update identity.account set roles = array['ADMINISTRATOR'] where id = '%s' returning id"
                        .formatted(officer.id()));
        officer.signIn();
        return officer;
    }

    private List<String> trade(List<Bargain> bargains, AtomicInteger steps) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var orders = new ArrayList<Future<String>>();
            bargains.forEach(bargain -> orders.add(threads.submit(bargain::carryOut)));
            for (double moment : MOMENTS) {
                int count = (int) (moment * bargains.size() * Bargain.STEPS);
                Patience.until(
                        "step " + count,
                        LOOK_INTERVAL,
                        () -> Optional.of(steps.get()).filter(now -> now >= count));
                killAll(steps);
            }
            return Market.all(orders);
        }
    }

    private void killAll(AtomicInteger steps) {
        console.line("  kill -9 " + String.join(" ", VICTIMS) + " after " + steps.get() + " steps");
        List<ProcessIdentity> killed = VICTIMS.stream().map(this::kill).toList();
        for (int i = 0; i < killed.size(); i++) {
            String victim = VICTIMS.get(i);
            ProcessIdentity before = killed.get(i);
            Patience.until("another " + victim, () -> process(victim).filter(now -> !now.equals(before)));
        }
    }

    private ProcessIdentity kill(String victim) {
        ProcessIdentity process = process(victim).orElseThrow(() -> new LauncherFailure(victim + " does not run"));
        process.process().ifPresent(ProcessHandle::destroyForcibly);
        return process;
    }

    private Optional<ProcessIdentity> process(String part) {
        return state.runRecord().map(RunRecord::parts).stream()
                .flatMap(List::stream)
                .filter(found -> found.name().equals(part))
                .flatMap(found -> Optional.ofNullable(found.process()).stream())
                .findFirst();
    }
}
