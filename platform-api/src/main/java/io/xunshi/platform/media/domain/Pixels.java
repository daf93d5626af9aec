package io.xunshi.platform.media.domain;

import java.awt.image.BufferedImage;

/** The pixels of a picture, taken out at once: to ask the picture for each of them takes longer than all the rest. */
final class Pixels {
    private final int width;
    private final int height;
    private final int[] rgb;

    Pixels(BufferedImage picture) {
        width = picture.getWidth();
        height = picture.getHeight();
        rgb = picture.getType() == BufferedImage.TYPE_INT_RGB
                ? (int[]) picture.getRaster().getDataElements(0, 0, width, height, null)
                : picture.getRGB(0, 0, width, height, null, 0, width);
    }

    /** The mean brightness, 0 to 255, of one square of a grid of <code>side</code> by <code>side</code>. */
    double grey(int column, int row, int side) {
        var left = column * width / side;
        var right = Math.max(left + 1, (column + 1) * width / side);
        var top = row * height / side;
        var bottom = Math.max(top + 1, (row + 1) * height / side);
        var sum = 0.0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += luma(rgb[y * width + x]);
            }
        }
        return sum / ((long) (right - left) * (bottom - top));
    }

    /** ITU-R BT.601. */
    private static double luma(int rgb) {
        return 0.299 * (rgb >> 16 & 0xFF) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF);
    }
}
