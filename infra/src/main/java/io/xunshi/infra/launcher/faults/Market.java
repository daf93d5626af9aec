package io.xunshi.infra.launcher.faults;

import io.xunshi.infra.launcher.console.LauncherFailure;
import io.xunshi.infra.simulation.SimulationClient;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** People who are about to trade with each other, and what they offer. */
public final class Market {

    /** A person may have three orders that are not paid. */
    private static final int TRADES_OF_A_BUYER = 3;

    private static final int TRADES_OF_A_SELLER = 10;
    private static final int PRICE_FEN = 28_000;
    private static final long FIRST_PHONE = 13_700_000_000L;
    private static final int OK = 200;

    private final URI site;
    private final SimulationClient messages;

    public Market(URI site, SimulationClient messages) {
        this.site = site;
        this.messages = messages;
    }

    /** So many trades that can begin; each seller also offers one thing that nobody buys. */
    public List<Bargain> open(int trades, Runnable onStep) {
        int sellers = Math.ceilDiv(trades, TRADES_OF_A_SELLER);
        int buyers = Math.ceilDiv(trades, TRADES_OF_A_BUYER);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var stalls = new ArrayList<Future<Stall>>();
            var people = new ArrayList<Future<Person>>();
            for (int i = 0; i < sellers; i++) {
                stalls.add(threads.submit(stall(i, Math.min(TRADES_OF_A_SELLER, trades - i * TRADES_OF_A_SELLER))));
            }
            for (int i = 0; i < buyers; i++) {
                long phone = FIRST_PHONE + sellers + i;
                people.add(threads.submit(() -> Person.signUp(site, messages, String.valueOf(phone), "买家")));
            }
            return bargains(all(stalls), all(people), onStep);
        }
    }

    /** A seller and the listings that wait for buyers. */
    private record Stall(Person seller, List<String> listings) {}

    private Callable<Stall> stall(int number, int trades) {
        return () -> {
            Person seller = Person.signUp(site, messages, String.valueOf(FIRST_PHONE + number), "卖家");
            String photo = photo(seller);
            publish(seller, photo, "无人问津的书柜");
            return new Stall(
                    seller,
                    IntStream.range(0, trades)
                            .mapToObj(i -> publish(seller, photo, "实木书柜 第 " + i + " 号"))
                            .toList());
        };
    }

    private static List<Bargain> bargains(List<Stall> stalls, List<Person> buyers, Runnable onStep) {
        var bargains = new ArrayList<Bargain>();
        for (Stall stall : stalls) {
            for (String listing : stall.listings()) {
                Person buyer = buyers.get(bargains.size() / TRADES_OF_A_BUYER);
                bargains.add(new Bargain(bargains.size(), stall.seller(), buyer, listing, onStep));
            }
        }
        return bargains;
    }

    /** The listing's id. */
    public static String publish(Person seller, String photo, String title) {
        String listing = seller.need(
                        "POST",
                        "/api/v1/listings",
                        Map.of(
                                "title",
                                title,
                                "description",
                                "搬家出，背板完好。",
                                "categoryCode",
                                "storage-furniture",
                                "attributes",
                                Map.of("material", "wood"),
                                "conditionCode",
                                "GOOD",
                                "price",
                                Map.of("amount", PRICE_FEN, "currency", "CNY"),
                                "districtCode",
                                "ZZ-JS",
                                "photoIds",
                                List.of(photo)))
                .at("/id")
                .asString();
        seller.need("POST", "/api/v1/listings/" + listing + "/publication", Map.of());
        return listing;
    }

    /** A photo's id. */
    public static String photo(Person seller) {
        return photo(seller, picture());
    }

    /**
     * The same of a picture of one's own.
     *
     * @param picture a JPEG file
     */
    public static String photo(Person seller, byte[] picture) {
        var announced =
                seller.need("POST", "/api/v1/photos", Map.of("contentType", "image/jpeg", "sizeBytes", picture.length));
        var upload = Web.request(URI.create(announced.at("/upload/url").asString()))
                .header("Content-Type", "image/jpeg")
                .PUT(BodyPublishers.ofByteArray(picture));
        if (Web.send(upload).filter(response -> response.statusCode() == OK).isEmpty()) {
            throw new LauncherFailure("The object store does not take a photo");
        }
        String id = announced.at("/id").asString();
        seller.need("POST", "/api/v1/photos/" + id + "/completion", Map.of());
        return id;
    }

    private static byte[] picture() {
        var image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, new Color(0x8B5A2B), 640, 480, new Color(0xDEB887)));
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What each came to; the first failure is passed on. */
    public static <T> List<T> all(List<Future<T>> futures) {
        var results = new ArrayList<T>();
        for (Future<T> future : futures) {
            try {
                results.add(future.get());
            } catch (ExecutionException e) {
                throw new LauncherFailure(String.valueOf(e.getCause()));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new LauncherFailure("Interrupted while waiting");
            }
        }
        return results;
    }
}
