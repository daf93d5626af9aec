package io.xunshi.platform.media.domain;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import io.xunshi.platform.kernel.ProblemException;
import io.xunshi.platform.media.MediaProblem;
import io.xunshi.platform.media.domain.DarkroomPrint.Size;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import net.coobird.thumbnailator.Thumbnails;

/**
 * Develops an uploaded file: decodes it within limits, turns it upright (EXIF orientation 1 to 8), lays it on white,
 * and encodes it anew in several sizes. Uses the processor for long; callers keep it off event loops. Stateless.
 */
public final class Darkroom {
    /** Decoded at four bytes a pixel this is 200 MB: what one picture may take of the heap. */
    public static final long PIXELS_MAX = 50_000_000;

    private static final int SIDE_MIN = 100;
    private static final int[] WIDTHS = {320, 640, 1280};
    private static final int PLACEHOLDER_WIDTH = 16;
    private static final double QUALITY = 0.82;
    private static final double PLACEHOLDER_QUALITY = 0.4;

    private Darkroom() {}

    /** @throws io.xunshi.platform.kernel.ProblemException a {@link MediaProblem} that says why it is not taken */
    public static DarkroomPrint develop(byte[] file) {
        PictureType.of(file);
        try {
            var picture = upright(decode(file), orientationOf(file));
            var sizes = IntStream.of(WIDTHS)
                    .filter(width -> width == WIDTHS[0] || width <= picture.getWidth())
                    .mapToObj(width -> size(picture, Math.min(width, picture.getWidth())))
                    .toList();
            var tiny = jpeg(scaled(picture, PLACEHOLDER_WIDTH), PLACEHOLDER_QUALITY);
            return new DarkroomPrint(
                    "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(tiny),
                    sizes,
                    PictureLook.of(scaled(picture, Math.min(WIDTHS[0], picture.getWidth()))));
        } catch (IOException e) {
            throw MediaProblem.NOT_DECODABLE.raise();
        }
    }

    private static BufferedImage decode(byte[] file) throws IOException {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw MediaProblem.NOT_DECODABLE.raise();
            }
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                checkDimensions(reader);
                return reader.read(0);
            } catch (ProblemException e) {
                throw e;
            } catch (RuntimeException e) {
                // Readers meet broken files with whatever exception lies nearest.
                throw new IOException(e);
            } finally {
                reader.dispose();
            }
        }
    }

    private static void checkDimensions(ImageReader reader) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > PIXELS_MAX) {
            throw MediaProblem.TOO_MANY_PIXELS.raise(PIXELS_MAX / 1_000_000);
        }
        if (width < SIDE_MIN || height < SIDE_MIN) {
            throw MediaProblem.TOO_SMALL.raise(SIDE_MIN);
        }
    }

    private static int orientationOf(byte[] file) throws IOException {
        try {
            var directory = ImageMetadataReader.readMetadata(new ByteArrayInputStream(file))
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            return directory == null || !directory.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
                    ? 1
                    : directory.getInt(ExifIFD0Directory.TAG_ORIENTATION);
        } catch (ImageProcessingException | MetadataException e) {
            // Broken metadata does not make a broken picture, and none of it is kept anyway.
            return 1;
        }
    }

    private static BufferedImage upright(BufferedImage picture, int orientation) {
        var w = picture.getWidth();
        var h = picture.getHeight();
        var turned = orientation >= 5 && orientation <= 8;
        var upright = new BufferedImage(turned ? h : w, turned ? w : h, BufferedImage.TYPE_INT_RGB);
        var graphics = upright.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, upright.getWidth(), upright.getHeight());
        graphics.drawImage(picture, turn(orientation, w, h), null);
        graphics.dispose();
        return upright;
    }

    /** The eight orientations of EXIF 2.32, tag 0x0112: where row 0 and column 0 of the stored picture belong. */
    private static AffineTransform turn(int orientation, int w, int h) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
    }

    private static Size size(BufferedImage picture, int width) {
        var scaled = scaled(picture, width);
        return new Size(scaled.getWidth(), scaled.getHeight(), jpeg(scaled, QUALITY));
    }

    private static BufferedImage scaled(BufferedImage picture, int width) {
        if (width == picture.getWidth()) {
            return picture;
        }
        var height = Math.max(1, Math.toIntExact((long) picture.getHeight() * width / picture.getWidth()));
        try {
            return Thumbnails.of(picture).forceSize(width, height).asBufferedImage();
        } catch (IOException e) {
            throw new IllegalStateException("Scaling in memory reads and writes nothing", e);
        }
    }

    private static byte[] jpeg(BufferedImage picture, double quality) {
        try (var bytes = new ByteArrayOutputStream()) {
            Thumbnails.of(picture)
                    .scale(1)
                    .outputFormat("jpg")
                    .outputQuality(quality)
                    .toOutputStream(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("Encoding in memory reads and writes nothing", e);
        }
    }
}
