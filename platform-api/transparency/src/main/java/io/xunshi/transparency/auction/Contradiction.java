package io.xunshi.transparency.auction;

/** A public record does not follow the published rules; the message says where. */
public final class Contradiction extends Exception {
    public Contradiction(String message) {
        super(message);
    }
}
