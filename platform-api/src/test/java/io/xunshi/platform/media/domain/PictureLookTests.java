package io.xunshi.platform.media.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is done to a picture does not hide it, and other pictures are others. */
class PictureLookTests {
    private static final int PICTURES = 60;

    static Stream<Arguments> disguises() {
        return Stream.of(
                disguise("smaller", picture -> Pictures.scaled(picture, 320, 240)),
                disguise("larger", picture -> Pictures.scaled(picture, 1600, 1200)),
                disguise("stretched", picture -> Pictures.scaled(picture, 800, 500)),
                disguise("encoded anew", PictureLookTests::encodedAnew),
                disguise("lighter", picture -> new RescaleOp(0.8f, 40, null).filter(picture, null)),
                disguise("darker", picture -> new RescaleOp(0.7f, 0, null).filter(picture, null)),
                disguise("cropped", Pictures::cropped),
                disguise("mirrored", Pictures::mirrored));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("disguises")
    void aDisguisedPictureIsTheSame(String name, UnaryOperator<BufferedImage> disguise) {
        LongStream.range(0, PICTURES).forEach(seed -> {
            var picture = Pictures.scene(seed);

            assertThat(look(disguise.apply(picture)).areLike(look(picture).plain()))
                    .as("%s, picture %d", name, seed)
                    .isTrue();
        });
    }

    @Test
    void otherPicturesAreOthers() {
        var looks = LongStream.range(0, PICTURES)
                .mapToObj(Pictures::scene)
                .map(PictureLookTests::look)
                .toList();

        for (int i = 0; i < PICTURES; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(looks.get(i).areLike(looks.get(j).plain()))
                        .as("%d, %d", i, j)
                        .isFalse();
            }
        }
    }

    @Test
    void aWallAndAFlagLookLikeNothing() throws IOException {
        var wall = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        var flag = ImageIO.read(new ByteArrayInputStream(Pictures.jpeg(640, 480)));

        assertThat(PictureLook.of(wall)).isEmpty();
        assertThat(PictureLook.of(flag)).isEmpty();
    }

    private static Arguments disguise(String name, UnaryOperator<BufferedImage> disguise) {
        return Arguments.of(name, disguise);
    }

    private static BufferedImage encodedAnew(BufferedImage picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(Pictures.jpeg(picture)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static PictureLook.Both look(BufferedImage picture) {
        return PictureLook.of(picture).orElseThrow();
    }
}
