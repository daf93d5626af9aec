package io.xunshi.platform.media.domain;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Picture files for tests. */
public final class Pictures {
    private Pictures() {}

    /** A JPEG whose upper left quarter is red, upper right green, lower left blue, lower right white. */
    public static byte[] jpeg(int width, int height) {
        return encoded(quarters(width, height), "jpeg");
    }

    public static byte[] png(int width, int height) {
        return encoded(quarters(width, height), "png");
    }

    /** The same JPEG with an EXIF block that says how it was held. */
    static byte[] jpegHeld(int width, int height, int orientation) {
        var plain = jpeg(width, height);
        var exif = new byte[] {
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        var held = new byte[plain.length + exif.length];
        System.arraycopy(plain, 0, held, 0, 2);
        System.arraycopy(exif, 0, held, 2, exif.length);
        System.arraycopy(plain, 2, held, 2 + exif.length, plain.length - 2);
        return held;
    }

    /** Things of all shapes in front of a lit wall; the same seed shows the same. */
    public static BufferedImage scene(long seed) {
        var random = new Random(seed);
        var picture = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, colour(random), 800, 600, colour(random)));
        graphics.fillRect(0, 0, 800, 600);
        for (int i = 0; i < 30; i++) {
            graphics.setColor(colour(random));
            var x = random.nextInt(700);
            var y = random.nextInt(500);
            var width = 40 + random.nextInt(260);
            var height = 40 + random.nextInt(220);
            if (random.nextBoolean()) {
                graphics.fillOval(x, y, width, height);
            } else {
                graphics.fillRect(x, y, width, height);
            }
        }
        graphics.dispose();
        return picture;
    }

    public static byte[] jpeg(BufferedImage picture) {
        return encoded(picture, "jpg");
    }

    /** The same in other dimensions. */
    public static BufferedImage scaled(BufferedImage picture, int width, int height) {
        var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = scaled.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return scaled;
    }

    /** As a mirror shows it. */
    public static BufferedImage mirrored(BufferedImage picture) {
        var mirrored = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = mirrored.createGraphics();
        graphics.drawImage(picture, picture.getWidth(), 0, -picture.getWidth(), picture.getHeight(), null);
        graphics.dispose();
        return mirrored;
    }

    /** Without a hundredth of it on each side. */
    public static BufferedImage cropped(BufferedImage picture) {
        var x = picture.getWidth() / 100;
        var y = picture.getHeight() / 100;
        return picture.getSubimage(x, y, picture.getWidth() - 2 * x, picture.getHeight() - 2 * y);
    }

    private static Color colour(Random random) {
        return new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }

    private static BufferedImage quarters(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height / 2);
        graphics.setColor(Color.GREEN);
        graphics.fillRect(width / 2, 0, width, height / 2);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, height / 2, width / 2, height);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(width / 2, height / 2, width, height);
        graphics.dispose();
        return picture;
    }

    private static byte[] encoded(BufferedImage picture, String format) {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(picture, format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
