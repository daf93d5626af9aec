package io.xunshi.transparency.verify;

/** Something in a log does not agree with something else; the message says what. */
public final class VerificationFailure extends Exception {
    public VerificationFailure(String message) {
        super(message);
    }
}
