package io.xunshi.platform.media.domain;

import io.xunshi.platform.media.MediaProblem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/** The file formats that we take, told by their first bytes and never by their name. */
public enum PictureType {
    JPEG("image/jpeg") {
        @Override
        boolean begins(byte[] file) {
            return startsWith(file, 0, 0xFF, 0xD8, 0xFF);
        }

        /**
         * The end marker must stand behind the last start of a scan; a thumbnail inside has markers of its own before.
         */
        @Override
        boolean isComplete(byte[] file) {
            return lastMarker(file, 0xD9) > lastMarker(file, 0xDA);
        }
    },
    PNG("image/png") {
        @Override
        boolean begins(byte[] file) {
            return startsWith(file, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A);
        }

        @Override
        boolean isComplete(byte[] file) {
            return new String(file, StandardCharsets.ISO_8859_1).contains("IEND\u00AEB`\u0082");
        }
    },
    WEBP("image/webp") {
        @Override
        boolean begins(byte[] file) {
            return startsWith(file, 0, 'R', 'I', 'F', 'F') && startsWith(file, 8, 'W', 'E', 'B', 'P');
        }

        @Override
        boolean isComplete(byte[] file) {
            var declared = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(4) & 0xFFFF_FFFFL;
            return declared + 8 <= file.length;
        }
    };

    private final String mediaType;

    PictureType(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** @throws io.xunshi.platform.kernel.ProblemException {@link MediaProblem#TYPE_NOT_ACCEPTED} */
    public static PictureType declaredAs(String mediaType) {
        return Stream.of(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow(MediaProblem.TYPE_NOT_ACCEPTED::raise);
    }

    /**
     * The type that a whole file really has.
     *
     * @throws io.xunshi.platform.kernel.ProblemException {@link MediaProblem#NOT_WHAT_IT_SAYS} for no picture,
     *     {@link MediaProblem#TRUNCATED} where its end is missing
     */
    public static PictureType of(byte[] file) {
        var type = Stream.of(values())
                .filter(candidate -> file.length >= 16 && candidate.begins(file))
                .findFirst()
                .orElseThrow(MediaProblem.NOT_WHAT_IT_SAYS::raise);
        if (!type.isComplete(file)) {
            throw MediaProblem.TRUNCATED.raise();
        }
        return type;
    }

    abstract boolean begins(byte[] file);

    abstract boolean isComplete(byte[] file);

    private static boolean startsWith(byte[] file, int offset, int... bytes) {
        var expected = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            expected[i] = (byte) bytes[i];
        }
        return Arrays.equals(file, offset, offset + bytes.length, expected, 0, bytes.length);
    }

    private static int lastMarker(byte[] file, int marker) {
        for (int i = file.length - 2; i >= 0; i--) {
            if ((file[i] & 0xFF) == 0xFF && (file[i + 1] & 0xFF) == marker) {
                return i;
            }
        }
        return -1;
    }
}
