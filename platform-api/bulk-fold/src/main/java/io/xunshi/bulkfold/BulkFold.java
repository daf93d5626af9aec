package io.xunshi.bulkfold;

import io.xunshi.transparency.verify.LogSource;
import io.xunshi.transparency.verify.PriceVerification;
import io.xunshi.transparency.verify.VerificationFailure;
import io.xunshi.transparency.witness.TrustPolicy;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Folds the log of a site in bulk and compares the figures with those that the site publishes, byte by byte. Ends with
 * 0 where they are equal, 1 where they are not or the log is not sound, 2 where it could not be told. Runs on the
 * processors of this machine, unless it was handed to a cluster with <code>spark-submit</code>.
 */
@Command(name = "bulk-fold")
public final class BulkFold implements Callable<Integer> {
    private static final int EQUAL = 0;
    private static final int NOT_EQUAL = 1;
    private static final int NOT_TOLD = 2;

    private final PrintStream out;

    @Parameters(paramLabel = "SITE", description = "An http address, or a folder with the files of a site.")
    private String site = "";

    @Option(names = "--policy", paramLabel = "FILE")
    private @Nullable Path policy;

    @Option(names = "--keep", paramLabel = "FOLDER", description = "Where the figures are written too.")
    private @Nullable Path keep;

    BulkFold(PrintStream out) {
        this.out = out;
    }

    /** Folds what the arguments name, and ends this program. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new BulkFold(System.out)).execute(arguments));
    }

    @Override
    public Integer call() {
        // Not only what Java sees coming: the engine throws checked exceptions that its methods do not declare.
        try (var engine = new JavaSparkContext(configuration())) {
            return fold(engine);
        } catch (VerificationFailure failure) {
            out.println(site + " is NOT what its log gives: " + failure.getMessage());
            return NOT_EQUAL;
        } catch (Exception e) {
            out.println(site + " could not be folded: " + origin(e));
            return NOT_TOLD;
        }
    }

    /** What the submitter of a cluster says goes before. */
    private static SparkConf configuration() {
        var configuration = new SparkConf()
                .setAppName("xunshi-bulk-fold")
                .setIfMissing("spark.master", "local[*]")
                .setIfMissing("spark.ui.enabled", "false");
        return configuration.get("spark.master").startsWith("local")
                ? configuration
                        .setIfMissing("spark.driver.host", "localhost")
                        .setIfMissing("spark.driver.bindAddress", "127.0.0.1")
                : configuration;
    }

    private int fold(JavaSparkContext engine) throws IOException, VerificationFailure {
        var known = policy == null ? null : TrustPolicy.read(Files.readAllBytes(policy));
        var began = System.nanoTime();
        var log = new LogFold(engine, site, known).fold();
        var daily = log.daily();
        var seconds = (System.nanoTime() - began) / 1e9;
        var size = log.accepted().checkpoint().size();
        keep("api/v1/statistics/figures?size=" + size, daily);
        for (var release : log.prices()) {
            keep(PriceVerification.path(release.week(), release.vintage()), release.bytes());
        }
        say(log, seconds);
        if (!Arrays.equals(LogSource.of(site).read("api/v1/statistics/figures?size=" + size), daily)) {
            throw new VerificationFailure("The published figures are not what the log gives");
        }
        out.println(
                "  equal      byte for byte: " + log.fold().daily().figures().size() + " rows of figures, "
                        + log.prices().size() + " releases of prices");
        return EQUAL;
    }

    private void say(FoldedLog log, double seconds) {
        var checkpoint = log.accepted().checkpoint();
        out.println("The log of " + checkpoint.origin() + " is sound, and folded.");
        out.println("  size       " + checkpoint.size() + " records in " + log.ranges() + " ranges");
        out.println("  root       " + checkpoint.root());
        out.println(String.format(Locale.ROOT, "  took       %.2f s", seconds));
    }

    private void keep(String path, byte[] publication) throws IOException {
        if (keep != null) {
            var file = keep.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, publication);
        }
    }

    private static String origin(Throwable thrown) {
        var cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return Objects.requireNonNullElse(cause.getMessage(), "nothing answers there");
    }
}
