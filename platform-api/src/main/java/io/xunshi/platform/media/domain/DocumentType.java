package io.xunshi.platform.media.domain;

import io.xunshi.platform.media.MediaProblem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** What a paper may come as, told by its bytes and never by its name. */
public enum DocumentType {
    PDF("application/pdf"),
    JPEG(PictureType.JPEG.mediaType()),
    PNG(PictureType.PNG.mediaType()),
    WEBP(PictureType.WEBP.mediaType());

    /** ISO 32000-1, 7.5.2: the header; 7.5.5: the end marker stands in the last bytes. */
    private static final String HEADER = "%PDF-";

    private static final String END = "%%EOF";
    private static final int END_WITHIN = 1024;

    /** What runs by itself when a page is opened, or is a file within the file. */
    private static final List<String> NOT_PLAIN = List.of("/JavaScript", "/Launch", "/EmbeddedFile", "/RichMedia");

    private final String mediaType;

    DocumentType(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /**
     * @throws io.xunshi.platform.kernel.ProblemException {@link MediaProblem#DOCUMENT_TYPE_NOT_ACCEPTED} for any other
     */
    public static DocumentType declaredAs(String mediaType) {
        return Stream.of(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow(MediaProblem.DOCUMENT_TYPE_NOT_ACCEPTED::raise);
    }

    /**
     * The type that a whole file really has.
     *
     * @throws io.xunshi.platform.kernel.ProblemException a {@link MediaProblem} where it is none of them
     */
    public static DocumentType of(byte[] file) {
        return new String(file, 0, Math.min(HEADER.length(), file.length), StandardCharsets.ISO_8859_1).equals(HEADER)
                ? PDF
                : declaredAs(PictureType.of(file).mediaType());
    }

    /**
     * Looks whether a file is what it was announced as, whole and plain.
     *
     * @throws io.xunshi.platform.kernel.ProblemException a {@link MediaProblem} that says why it is not taken
     */
    public void check(byte[] file) {
        if (this == PDF) {
            checkPdf(new String(file, StandardCharsets.ISO_8859_1));
        } else if (!PictureType.of(file).mediaType().equals(mediaType)) {
            throw MediaProblem.NOT_WHAT_IT_SAYS.raise();
        }
    }

    private static void checkPdf(String file) {
        if (!file.startsWith(HEADER)) {
            throw MediaProblem.NOT_WHAT_IT_SAYS.raise();
        }
        if (file.lastIndexOf(END) < file.length() - END_WITHIN || !file.contains(END)) {
            throw MediaProblem.TRUNCATED.raise();
        }
        if (NOT_PLAIN.stream().anyMatch(file::contains)) {
            throw MediaProblem.DOCUMENT_NOT_PLAIN.raise();
        }
    }
}
