package io.xunshi.platform.media.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.platform.kernel.ProblemException;
import io.xunshi.platform.media.MediaProblem;
import io.xunshi.platform.media.domain.DarkroomPrint.Size;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DarkroomTests {

    /** Where the stored picture's red, green, blue and white quarters must be seen, clockwise from the upper left. */
    @ParameterizedTest(name = "orientation {0}")
    @CsvSource({"1,RGWB", "2,GRBW", "3,WBRG", "4,BWGR", "5,RBWG", "6,BRGW", "7,WGRB", "8,GWBR"})
    void aPictureIsTurnedUprightHoweverItWasHeld(int orientation, String clockwise) throws IOException {
        var print = Darkroom.develop(Pictures.jpegHeld(400, 400, orientation));

        assertThat(quartersOf(print.sizes().getFirst())).isEqualTo(clockwise);
    }

    @Test
    void aPictureIsNeverEnlarged() {
        var print = Darkroom.develop(Pictures.jpeg(700, 350));

        assertThat(print.sizes()).extracting(Size::width).containsExactly(320, 640);
        assertThat(print.sizes()).extracting(Size::height).containsExactly(160, 320);
    }

    @Test
    void aSmallPictureKeepsItsSize() {
        var print = Darkroom.develop(Pictures.png(200, 150));

        assertThat(print.sizes()).extracting(Size::width).containsExactly(200);
    }

    @Test
    void nothingOfTheOriginalsMetadataIsLeft() {
        var print = Darkroom.develop(Pictures.jpegHeld(400, 400, 6));

        for (var size : print.sizes()) {
            assertThat(new String(size.jpeg(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
        }
    }

    @Test
    void thePlaceholderIsTiny() {
        assertThat(Darkroom.develop(Pictures.jpeg(800, 600)).placeholder())
                .startsWith("data:image/jpeg;base64,")
                .hasSizeLessThan(1500);
    }

    @Test
    void aTruncatedPictureIsRefused() {
        var whole = Pictures.jpeg(800, 600);

        assertRefused(Arrays.copyOf(whole, whole.length / 2), MediaProblem.TRUNCATED);
        assertRefused(Arrays.copyOf(Pictures.png(300, 300), 500), MediaProblem.TRUNCATED);
    }

    @Test
    void whatIsNoPictureIsRefusedWhateverItIsCalled() {
        assertRefused(
                "%PDF-1.7 and so on and so on".getBytes(StandardCharsets.US_ASCII), MediaProblem.NOT_WHAT_IT_SAYS);
        assertRefused(
                "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.US_ASCII),
                MediaProblem.NOT_WHAT_IT_SAYS);
        assertRefused(new byte[0], MediaProblem.NOT_WHAT_IT_SAYS);
    }

    @Test
    void aDamagedPictureIsRefused() {
        var damaged = Pictures.jpeg(300, 300);
        Arrays.fill(damaged, 20, damaged.length - 2, (byte) 0);
        damaged[30] = (byte) 0xFF;
        damaged[31] = (byte) 0xDA;

        assertRefused(damaged, MediaProblem.NOT_DECODABLE);
    }

    @Test
    void aPictureTooSmallToSeeAnythingIsRefused() {
        assertRefused(Pictures.jpeg(99, 400), MediaProblem.TOO_SMALL);
    }

    @Test
    void aPageHiddenBehindAPictureDoesNotComeThrough() {
        var picture = Pictures.jpeg(300, 300);
        var page = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        var both = Arrays.copyOf(picture, picture.length + page.length);
        System.arraycopy(page, 0, both, picture.length, page.length);

        var print = Darkroom.develop(both);

        assertThat(new String(print.sizes().getFirst().jpeg(), StandardCharsets.ISO_8859_1))
                .doesNotContain("<script>");
    }

    private static void assertRefused(byte[] file, MediaProblem problem) {
        assertThatThrownBy(() -> Darkroom.develop(file))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(problem));
    }

    private static String quartersOf(Size size) throws IOException {
        var picture = ImageIO.read(new ByteArrayInputStream(size.jpeg()));
        var near = size.width() / 4;
        var far = size.width() * 3 / 4;
        return colour(picture, near, near)
                + colour(picture, far, near)
                + colour(picture, far, far)
                + colour(picture, near, far);
    }

    private static String colour(BufferedImage picture, int x, int y) {
        var rgb = picture.getRGB(x, y);
        var red = (rgb >> 16 & 0xFF) > 128;
        var green = (rgb >> 8 & 0xFF) > 128;
        var blue = (rgb & 0xFF) > 128;
        return red && green && blue ? "W" : red ? "R" : green ? "G" : "B";
    }
}
