package io.xunshi.platform.connection.web;

/** A refusal in the words of RFC 6749, section 5.2, which OAuth libraries read; not a problem document. */
final class OAuthRefusal extends RuntimeException {
    private final String error;
    private final boolean byBasic;

    OAuthRefusal(String error, String description, boolean byBasic) {
        super(description, null, false, false);
        this.error = error;
        this.byBasic = byBasic;
    }

    /** Unknown, revoked, or with a wrong secret: one answer, so that guessing learns nothing. */
    static OAuthRefusal unknownClient(boolean byBasic) {
        return new OAuthRefusal("invalid_client", "There is no such client, or the secret is not good.", byBasic);
    }

    String error() {
        return error;
    }

    boolean isUnknownClient() {
        return error.equals("invalid_client");
    }

    /** Whether the client tried the Authorization header, and has to be answered in its terms. */
    boolean byBasic() {
        return byBasic;
    }
}
