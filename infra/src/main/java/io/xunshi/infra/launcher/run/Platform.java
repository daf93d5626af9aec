package io.xunshi.infra.launcher.run;

import io.xunshi.infra.launcher.build.Programs;
import io.xunshi.infra.launcher.build.Programs.Program;
import io.xunshi.infra.launcher.console.Console;
import io.xunshi.infra.launcher.state.FirstStart;
import io.xunshi.infra.launcher.state.PlatformSecrets;
import io.xunshi.infra.launcher.state.ProcessIdentity;
import io.xunshi.infra.launcher.state.RunRecord;
import io.xunshi.infra.launcher.state.RunRecord.Part;
import io.xunshi.infra.launcher.state.StateFolder;
import io.xunshi.infra.server.Credentials;
import io.xunshi.infra.server.Durability;
import io.xunshi.infra.server.JvmOptions;
import io.xunshi.infra.server.Server;
import io.xunshi.infra.server.ServerFactory;
import io.xunshi.infra.server.ServerFailure;
import io.xunshi.infra.server.ServerKind;
import io.xunshi.infra.server.ServerPlace;
import io.xunshi.infra.server.Service;
import io.xunshi.infra.server.Services;
import io.xunshi.infra.server.Variables;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The whole platform on one state folder, from nothing to healthy and back. */
public final class Platform implements AutoCloseable {

    private static final List<String> API_OPTIONS = List.of("-Xmx768m");
    private static final List<String> SAMPLE_DATA_OPTIONS = List.of("-Xmx1g", "-XX:+UseSerialGC");
    private static final List<String> INDEXER_OPTIONS = List.of("-Xmx256m", "-XX:+UseSerialGC");

    /** What browsers are tested against needs no more, and would wait for it. */
    private static final String SHORT_PAST = "--xunshi.sample.listings=800";

    private final StateFolder state;
    private final int port;
    private final Durability durability;
    private final Programs programs;
    private final Console console;

    /** What was started together, the last first: the order in which to stop. */
    private final Deque<List<? extends Service>> phases = new ArrayDeque<>();

    private ApplicationEnvironment environment = new ApplicationEnvironment(Map.of());
    private boolean isStopped;
    private volatile boolean isStarted;

    public Platform(StateFolder state, int port, Durability durability, Programs programs, Console console) {
        this.state = state;
        this.port = port;
        this.durability = durability;
        this.programs = programs;
        this.console = console;
    }

    /** Where browsers find the site. */
    public String url() {
        return System.getenv().getOrDefault(Variables.PUBLIC_URL, "http://localhost:" + port);
    }

    /**
     * Starts everything and returns when all of it is healthy.
     *
     * @throws ServerFailure if a part does not start; {@link #close} stops the others
     */
    public void start() {
        record(false);
        boolean isFirst = state.firstStart() != FirstStart.DONE;
        if (isFirst) {
            beginFirstStart();
        }
        PlatformSecrets secrets = state.secrets(port);
        List<Server> servers = servers(secrets);
        var providers = new Providers(System.getenv(), state, secrets, port);
        var witnesses = new LocalWitnesses(System.getenv(), state, secrets);
        List<Application> others = Stream.concat(providers.simulation().stream(), witnesses.application().stream())
                .toList();
        startTogether(Stream.<Service>concat(servers.stream(), others.stream()).toList());
        keepAlive(others);
        environment = ApplicationEnvironment.of(servers, providers, witnesses, state, secrets, url());
        if (isFirst) {
            console.step("sample data", "", this::loadSampleData);
            state.mark(FirstStart.DONE);
        }
        List<Application> applications = applications();
        startTogether(applications);
        keepAlive(applications);
    }

    /** The environment variables of the running platform: where its parts are. */
    public Map<String, String> environment() {
        return environment.common();
    }

    /** Lets those who wait for this platform know that it has started. */
    public void announce() {
        isStarted = true;
        record(true);
    }

    /** Stops everything that was started, the programs before the servers that they use. */
    @Override
    public void close() {
        List<List<? extends Service>> stopping;
        synchronized (this) {
            isStopped = true;
            stopping = List.copyOf(phases);
        }
        stopping.forEach(Services::closeAll);
        state.deleteRunRecord();
    }

    /** What an interrupted first start left is incomplete: it begins again from nothing. */
    private void beginFirstStart() {
        if (state.firstStart() == FirstStart.BEGUN) {
            console.line("  The first start was interrupted; it begins again.");
            state.deleteData();
        }
        state.mark(FirstStart.BEGUN);
    }

    private List<Server> servers(PlatformSecrets secrets) {
        var factory = new ServerFactory(
                System.getenv(),
                state.path(),
                new Credentials("xunshi", secrets.serverPassword()),
                durability,
                kind -> state.port(kind.label()));
        return Stream.of(ServerKind.values()).map(factory::create).toList();
    }

    /** The sample data's program stands in for platform-api while it works, hence its port. */
    private void loadSampleData() {
        var program = JavaProgram.ofJar(
                programs.install(Program.SAMPLE_DATA, state.programs()),
                withCompiler(SAMPLE_DATA_OPTIONS),
                durability == Durability.THROWAWAY ? List.of(SHORT_PAST) : List.of(),
                environment.withPort(port));
        program.run("sample-data", state.log("sample-data"), state.pidFile("sample-data"));
    }

    private List<Application> applications() {
        return List.of(
                application(Program.SEARCH_INDEXER, INDEXER_OPTIONS, state.port("search-indexer")),
                application(Program.PLATFORM_API, API_OPTIONS, port));
    }

    private Application application(Program program, List<String> jvmOptions, int itsPort) {
        var jar = programs.install(program, state.programs());
        return new Application(
                program.label(),
                JavaProgram.ofJar(jar, withCompiler(jvmOptions), List.of(), variables(itsPort)),
                ServerPlace.in(state.path(), program.label(), itsPort),
                "/actuator/health");
    }

    /** Nobody can wait for an auction on a platform that lives for minutes, or reaches it from another machine. */
    private Map<String, String> variables(int itsPort) {
        var variables = environment.withPort(itsPort);
        if (durability == Durability.THROWAWAY) {
            variables.put(Variables.SHORTEST_AUCTION, "1s");
            variables.put(Variables.WEBHOOK_LOOPBACK, "true");
        }
        return variables;
    }

    /** What is thrown away lives for minutes. */
    private List<String> withCompiler(List<String> jvmOptions) {
        return durability == Durability.THROWAWAY
                ? Stream.concat(jvmOptions.stream(), Stream.of(JvmOptions.QUICK_COMPILER))
                        .toList()
                : jvmOptions;
    }

    private void keepAlive(List<Application> applications) {
        applications.forEach(application -> KeepAlive.begin(application, console, () -> record(isStarted)));
    }

    private <S extends Service> void startTogether(List<S> services) {
        synchronized (this) {
            if (isStopped) {
                throw new ServerFailure("The platform is being stopped");
            }
            phases.push(services);
        }
        long begin = System.nanoTime();
        Services.startAll(services, service -> {
            console.done(service.name(), Duration.ofNanos(System.nanoTime() - begin), publicAddress(service));
            record(false);
        });
    }

    private synchronized void record(boolean isReady) {
        List<Part> parts = phases.reversed().stream()
                .flatMap(List::stream)
                .map(Platform::part)
                .toList();
        state.write(new RunRecord(ProcessIdentity.current(), url(), isReady, parts, environment.common()));
    }

    private static Part part(Service service) {
        ProcessIdentity process = service.pid().isPresent()
                ? ProcessIdentity.of(service.pid().getAsLong()).orElse(null)
                : null;
        return new Part(service.name(), process, publicAddress(service), service.name());
    }

    /** The address without user and password. */
    private static String publicAddress(Service service) {
        return service.address().replaceFirst("//[^/@]*@", "//");
    }
}
