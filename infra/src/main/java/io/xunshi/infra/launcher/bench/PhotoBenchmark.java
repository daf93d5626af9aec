package io.xunshi.infra.launcher.bench;

import io.xunshi.infra.launcher.faults.Market;
import io.xunshi.infra.launcher.faults.Person;
import io.xunshi.infra.server.Variables;
import io.xunshi.infra.simulation.SimulationClient;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;

/**
 * Photos a second from the announcement to three sizes in the object store, against the bare codec: the same file
 * decoded, drawn in the same three widths and encoded, and nothing else.
 */
final class PhotoBenchmark implements Benchmark {
    private static final int ROUNDS = 5;
    private static final int PHOTOS = 12;
    private static final int WIDTH = 2_400;
    private static final int HEIGHT = 1_800;
    private static final int[] WIDTHS = {320, 640, 1280};
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "photos";
    }

    @Override
    public List<Figure> measure(Stage stage) throws IOException {
        var messages = new SimulationClient(URI.create(stage.variable(Variables.NOTICE_URL)));
        var seller = Person.signUp(stage.site(), messages, "13600000002", "爱拍照的卖家");
        byte[] picture = picture();
        Callable<?> ours = () -> Market.photo(seller, picture);
        Callable<?> bare = () -> develop(picture);
        warmUp(ours);
        warmUp(bare);
        var oursPerSecond = new ArrayList<Double>();
        var barePerSecond = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            oursPerSecond.add(perSecond(ours));
            barePerSecond.add(perSecond(bare));
        }
        int processors = Runtime.getRuntime().availableProcessors();
        return List.of(
                new Figure("ratio", median(oursPerSecond) / median(barePerSecond), ""),
                new Figure("ours", median(oursPerSecond) / processors, "photos/s a processor"),
                new Figure("bare", median(barePerSecond) / processors, "photos/s a processor"));
    }

    private static void warmUp(Callable<?> task) {
        for (long end = System.nanoTime() + WARM_UP.toNanos(); System.nanoTime() < end; ) {
            perSecond(task);
        }
    }

    private static double perSecond(Callable<?> task) {
        long begin = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors() * 2)) {
            var done = new ArrayList<Future<Object>>();
            for (int i = 0; i < PHOTOS; i++) {
                done.add(threads.submit(task::call));
            }
            Market.all(done);
        }
        return PHOTOS * 1e9 / (System.nanoTime() - begin);
    }

    private static int develop(byte[] file) throws IOException {
        var picture = ImageIO.read(new ByteArrayInputStream(file));
        int size = 0;
        for (int width : WIDTHS) {
            int height = picture.getHeight() * width / picture.getWidth();
            var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            var graphics = drawn.createGraphics();
            graphics.drawImage(picture.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
            graphics.dispose();
            size += jpeg(drawn).length;
        }
        return size;
    }

    /** Soft colours with some grain, as photos have: an even plane would cost a codec nothing. */
    private static byte[] picture() throws IOException {
        var random = new Random(1);
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int grain = random.nextInt(24);
                int red = 100 + x * 100 / WIDTH + grain;
                int green = 90 + y * 100 / HEIGHT + grain;
                image.setRGB(x, y, red << 16 | green << 8 | 80 + grain);
            }
        }
        return jpeg(image);
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
