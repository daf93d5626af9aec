package io.xunshi.sample;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;

/**
 * Takes pictures of goods: a drawing in front of a wall, on a floor, with a shadow, each a little different.
 * Thread-safe; the same random numbers give the same picture.
 */
final class PictureStudio {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 640;
    private static final int HORIZON = 430;
    private static final float[] WALL_HUES = {0.08f, 0.10f, 0.12f, 0.14f, 0.45f, 0.55f, 0.60f};

    /** The side of a sprite: no good is shown larger. */
    private static final int SPRITE = 470;

    /** Drawings with gradients and filters take their time, so each is drawn once. */
    private final Map<String, BufferedImage> sprites = new ConcurrentHashMap<>();

    /**
     * A JPEG of 640 × 640 pixels.
     *
     * @param drawing a file of <code>pictures/</code> without its ending
     */
    byte[] photograph(String drawing, RandomGenerator random) {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        paintRoom(graphics, random);
        paintGood(graphics, sprites.computeIfAbsent(drawing, PictureStudio::draw), random);
        graphics.dispose();
        return jpeg(picture);
    }

    private static void paintRoom(Graphics2D graphics, RandomGenerator random) {
        var hue = WALL_HUES[random.nextInt(WALL_HUES.length)];
        var saturation = 0.05f + random.nextFloat() * 0.07f;
        graphics.setPaint(new GradientPaint(
                0,
                0,
                Color.getHSBColor(hue, saturation, 0.98f),
                0,
                HORIZON,
                Color.getHSBColor(hue, saturation + 0.06f, 0.90f)));
        graphics.fillRect(0, 0, WIDTH, HORIZON);
        graphics.setPaint(new GradientPaint(
                0, HORIZON, Color.getHSBColor(0.08f, 0.22f, 0.80f), 0, HEIGHT, Color.getHSBColor(0.08f, 0.18f, 0.92f)));
        graphics.fillRect(0, HORIZON, WIDTH, HEIGHT - HORIZON);
        paintFurnishing(graphics, hue, random);
    }

    /** No two homes are furnished alike: a curtain, a picture on the wall, a rug. */
    private static void paintFurnishing(Graphics2D graphics, float hue, RandomGenerator random) {
        var curtain = 40 + random.nextInt(120);
        graphics.setColor(Color.getHSBColor(hue, 0.18f, 0.72f + random.nextFloat() * 0.2f));
        graphics.fillRect(random.nextBoolean() ? 0 : WIDTH - curtain, 0, curtain, HORIZON);
        graphics.setColor(Color.getHSBColor(random.nextFloat(), 0.2f, 0.55f + random.nextFloat() * 0.35f));
        graphics.fillRect(
                random.nextInt(WIDTH - 200), random.nextInt(120), 80 + random.nextInt(160), 60 + random.nextInt(120));
        graphics.setColor(Color.getHSBColor(random.nextFloat(), 0.15f, 0.6f + random.nextFloat() * 0.3f));
        graphics.fillOval(
                random.nextInt(WIDTH / 2) - 80,
                HORIZON + random.nextInt(60),
                320 + random.nextInt(240),
                60 + random.nextInt(120));
    }

    private static void paintGood(Graphics2D graphics, BufferedImage good, RandomGenerator random) {
        var size = 360 + random.nextInt(110);
        var left = (WIDTH - size) / 2 + random.nextInt(-40, 41);
        var top = HORIZON + 90 - size + random.nextInt(0, 30);
        paintShadow(graphics, left + size / 2, top + size - 14, size);
        var upright = graphics.getTransform();
        graphics.rotate(Math.toRadians(random.nextInt(-4, 5)), left + size / 2.0, top + size);
        if (random.nextBoolean()) {
            graphics.transform(new AffineTransform(-1, 0, 0, 1, 2 * left + size, 0));
        }
        graphics.drawImage(good, left, top, size, size, null);
        graphics.setTransform(upright);
    }

    private static void paintShadow(Graphics2D graphics, int x, int y, int size) {
        var before = graphics.getTransform();
        graphics.translate(x, y);
        graphics.scale(1, 0.16);
        var radius = size * 0.52f;
        graphics.setPaint(new RadialGradientPaint(new Point2D.Float(0, 0), radius, new float[] {0.2f, 1f}, new Color[] {
            new Color(60, 40, 20, 110), new Color(60, 40, 20, 0)
        }));
        graphics.fill(new Ellipse2D.Float(-radius, -radius, 2 * radius, 2 * radius));
        graphics.setTransform(before);
    }

    private static BufferedImage draw(String drawing) {
        var sprite = new BufferedImage(SPRITE, SPRITE, BufferedImage.TYPE_INT_ARGB_PRE);
        var graphics = sprite.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        load(drawing).render(null, graphics, new ViewBox(0, 0, SPRITE, SPRITE));
        graphics.dispose();
        return sprite;
    }

    private static SVGDocument load(String drawing) {
        var resource = PictureStudio.class.getResource("/pictures/" + drawing + ".svg");
        var document = new SVGLoader().load(Objects.requireNonNull(resource, drawing));
        return Objects.requireNonNull(document, drawing);
    }

    private static byte[] jpeg(BufferedImage picture) {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "jpeg", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
