package io.xunshi.platform.media;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** Why a photo or a document is not taken. */
public enum MediaProblem implements ProblemCode {
    PHOTO_NOT_FOUND("media.photo-not-found", ProblemCategory.NOT_FOUND),
    /** The declaration alone is refused: nothing was uploaded yet. */
    TYPE_NOT_ACCEPTED("media.type-not-accepted", ProblemCategory.UNPROCESSABLE),
    TOO_LARGE("media.too-large", ProblemCategory.TOO_LARGE),
    NOT_UPLOADED("media.not-uploaded", ProblemCategory.CONFLICT),
    /** The content is not what the name or the declaration says. */
    NOT_WHAT_IT_SAYS("media.not-what-it-says", ProblemCategory.UNPROCESSABLE),
    TRUNCATED("media.truncated", ProblemCategory.UNPROCESSABLE),
    NOT_DECODABLE("media.not-decodable", ProblemCategory.UNPROCESSABLE),
    TOO_MANY_PIXELS("media.too-many-pixels", ProblemCategory.UNPROCESSABLE),
    TOO_SMALL("media.too-small", ProblemCategory.UNPROCESSABLE),
    DOCUMENT_NOT_FOUND("media.document-not-found", ProblemCategory.NOT_FOUND),
    DOCUMENT_TYPE_NOT_ACCEPTED("media.document-type-not-accepted", ProblemCategory.UNPROCESSABLE),
    /** Something in it runs by itself or is another file. */
    DOCUMENT_NOT_PLAIN("media.document-not-plain", ProblemCategory.UNPROCESSABLE);

    private final String code;
    private final ProblemCategory category;

    MediaProblem(String code, ProblemCategory category) {
        this.code = code;
        this.category = category;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ProblemCategory category() {
        return category;
    }
}
