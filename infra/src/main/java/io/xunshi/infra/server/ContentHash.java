package io.xunshi.infra.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells versions of a file apart by their content; a reproducible build gives all of them the same time. */
public final class ContentHash {

    /** 48 bits: no two builds of one file on one machine meet. */
    private static final int DIGITS = 12;

    private ContentHash() {}

    /** The first digits of the file's SHA-256. */
    public static String of(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
