package io.xunshi.platform.media.domain;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * What a picture looks like: the signs of its waves, a perceptual hash by the discrete cosine transform (Zauner,
 * "Implementation and Benchmarking of Perceptual Image Hash Functions", 2010, section 3.2). Scaling, encoding anew,
 * another brightness and a narrow crop change few bits; of another picture about half are different.
 *
 * @param coarse the signs of the 63 longest waves, by which candidates are found; bit 0 is never set
 * @param fine the signs of 255 waves, which decide
 */
public record PictureLook(long coarse, BitSet fine) {
    /** Candidates differ in no more bits of the coarse part. */
    public static final int COARSE_MAX = 10;

    /** Pictures that differ in more of the fine bits are not the same. */
    static final int FINE_MAX = 40;

    private static final int SIDE = 32;
    private static final int WAVES = 16;
    private static final int LONG_WAVES = 8;

    /** Levels of grey of 256 by which neighbouring squares must differ to show anything. */
    private static final double STEP_MIN = 2;

    /** Below this share of steps a picture is a wall or a flag, and any two of those are alike. */
    private static final double STEPS_MIN = 0.1;

    private static final double[][] COSINES = cosines();

    public PictureLook {
        fine = (BitSet) fine.clone();
    }

    /** Empty for a picture that shows hardly anything. */
    public static Optional<Both> of(BufferedImage picture) {
        var greys = greys(picture);
        if (steps(greys) < STEPS_MIN) {
            return Optional.empty();
        }
        var waves = waves(greys);
        return Optional.of(new Both(look(waves), look(mirrored(waves))));
    }

    @Override
    public BitSet fine() {
        return (BitSet) fine.clone();
    }

    /** Whether both show the same picture, as far as can be told. */
    public boolean isLike(PictureLook other) {
        return Long.bitCount(coarse ^ other.coarse) <= COARSE_MAX && fineDistance(other) <= FINE_MAX;
    }

    /** How many of the 255 bits differ. */
    int fineDistance(PictureLook other) {
        var different = fine();
        different.xor(other.fine);
        return different.cardinality();
    }

    /** Means over the squares of a grid: smooth, and the same for every size of the picture. */
    private static double[][] greys(BufferedImage picture) {
        var pixels = new Pixels(picture);
        var greys = new double[SIDE][SIDE];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                greys[row][column] = pixels.grey(column, row, SIDE);
            }
        }
        return greys;
    }

    /** Which share of neighbouring squares differ. */
    private static double steps(double[][] greys) {
        var steps = 0;
        for (int row = 0; row < SIDE; row++) {
            for (int column = 1; column < SIDE; column++) {
                steps += isStep(greys[row][column], greys[row][column - 1])
                        + isStep(greys[column][row], greys[column - 1][row]);
            }
        }
        return steps / (2.0 * SIDE * (SIDE - 1));
    }

    private static int isStep(double one, double other) {
        return Math.abs(one - other) > STEP_MIN ? 1 : 0;
    }

    /** The lowest frequencies of the two-dimensional DCT-II. */
    private static double[] waves(double[][] greys) {
        var across = new double[SIDE][WAVES];
        for (int row = 0; row < SIDE; row++) {
            for (int wave = 0; wave < WAVES; wave++) {
                for (int column = 0; column < SIDE; column++) {
                    across[row][wave] += greys[row][column] * COSINES[wave][column];
                }
            }
        }
        var waves = new double[WAVES * WAVES];
        for (int i = 0; i < waves.length; i++) {
            for (int row = 0; row < SIDE; row++) {
                waves[i] += across[row][i % WAVES] * COSINES[i / WAVES][row];
            }
        }
        return waves;
    }

    /** Waves that are odd from left to right change their sign. */
    private static double[] mirrored(double[] waves) {
        var mirrored = waves.clone();
        for (int i = 1; i < mirrored.length; i += 2) {
            mirrored[i] = -mirrored[i];
        }
        return mirrored;
    }

    private static PictureLook look(double[] waves) {
        var longest = new double[LONG_WAVES * LONG_WAVES];
        for (int i = 0; i < longest.length; i++) {
            longest[i] = waves[i / LONG_WAVES * WAVES + i % LONG_WAVES];
        }
        var bits = signs(longest).toLongArray();
        return new PictureLook(bits.length == 0 ? 0 : bits[0], signs(waves));
    }

    /** Above the median of all but the first, which is only the brightness. */
    private static BitSet signs(double[] waves) {
        var sorted = Arrays.copyOfRange(waves, 1, waves.length);
        Arrays.sort(sorted);
        var median = sorted[sorted.length / 2];
        var signs = new BitSet(waves.length);
        for (int i = 1; i < waves.length; i++) {
            signs.set(i, waves[i] > median);
        }
        return signs;
    }

    private static double[][] cosines() {
        var cosines = new double[WAVES][SIDE];
        for (int wave = 0; wave < WAVES; wave++) {
            for (int i = 0; i < SIDE; i++) {
                cosines[wave][i] =
                        Math.cos(Math.PI * wave * (2 * i + 1) / (2 * SIDE)) * (wave == 0 ? Math.sqrt(0.5) : 1);
            }
        }
        return cosines;
    }

    /** A picture and its image in a mirror, which thieves like. */
    public record Both(PictureLook plain, PictureLook mirrored) {
        public boolean areLike(PictureLook other) {
            return plain.isLike(other) || mirrored.isLike(other);
        }
    }
}
