package io.xunshi.transparency.verify;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

/**
 * <code>VerifyLog [URL]</code> checks the log of a site, and the auctions that were held there, over HTTP alone. Ends
 * with 0 where everything agrees, 1 where something does not, 2 where it could not be checked.
 */
public final class VerifyLog {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int TOO_MANY_REQUESTS = 429;

    /** A site that lets nobody read its log for longer than this is not one that anybody can check. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final long USUAL_PAUSE_SECONDS = 5;

    private VerifyLog() {}

    public static void main(String[] arguments) {
        var site = URI.create(arguments.length > 0 ? arguments[0] : "http://localhost:8080");
        try (var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
            System.exit(verify(site, out));
        }
    }

    static int verify(URI site, PrintStream out) {
        var http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
        try {
            var found = new SiteVerification(path -> get(http, site, path)).verify();
            var report = found.log();
            out.println("The log of " + report.checkpoint().origin() + " is sound.");
            out.println("  size       " + report.checkpoint().size() + " records");
            out.println("  root       " + report.checkpoint().root());
            out.println("  signed by  " + report.key());
            out.println("  checked    every record, " + report.tiles() + " tiles, " + report.figures()
                    + " rows of figures, " + report.priceReleases() + " releases of prices, "
                    + found.auctions() + " auctions");
            return 0;
        } catch (VerificationFailure failure) {
            out.println("The log of " + site + " is NOT sound: " + failure.getMessage());
            return 1;
        } catch (IOException e) {
            out.println("The log of " + site + " could not be checked: "
                    + Objects.requireNonNullElse(e.getMessage(), "nothing answers there"));
            return 2;
        }
    }

    private static byte[] get(HttpClient http, URI site, String path) throws IOException {
        try {
            var response = answer(http, HttpRequest.newBuilder(URI.create(site + "/" + path)));
            if (response.statusCode() != 200) {
                throw new IOException("%s was answered with %d".formatted(path, response.statusCode()));
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Whoever reads a whole log is asked to slow down, and does as long as the site says. */
    private static HttpResponse<byte[]> answer(HttpClient http, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        var asked = request.timeout(TIMEOUT).build();
        var response = http.send(asked, HttpResponse.BodyHandlers.ofByteArray());
        for (var waited = Duration.ZERO;
                response.statusCode() == TOO_MANY_REQUESTS && waited.compareTo(PATIENCE) < 0; ) {
            var pause = Duration.ofSeconds(response.headers()
                    .firstValue("Retry-After")
                    .filter(seconds -> seconds.matches("[0-9]{1,3}"))
                    .map(seconds -> Math.max(1, Long.parseLong(seconds)))
                    .orElse(USUAL_PAUSE_SECONDS));
            Thread.sleep(pause);
            waited = waited.plus(pause);
            response = http.send(asked, HttpResponse.BodyHandlers.ofByteArray());
        }
        return response;
    }
}
