package io.xunshi.transparency.note;

import java.util.Arrays;
import java.util.HexFormat;

/** The kinds of note signature that a log of ours and its witnesses make (C2SP signed-note, tlog-cosignature). */
public enum SignatureType {
    /** Ed25519 over the text (RFC 8032). */
    ED25519(0x01, "Ed25519", "302a300506032b6570032100", 32, 64, false),

    /** Ed25519 over time and text: its owner saw the log grow consistently up to here (<code>cosignature/v1</code>). */
    ED25519_COSIGNATURE(0x04, "Ed25519", "302a300506032b6570032100", 32, 64, true),

    /** The same, and the owner's name, by ML-DSA-44 (FIPS 204), which outlives quantum computers. */
    ML_DSA_44_COSIGNATURE(0x06, "ML-DSA-44", "30820532300b06096086480165030403110382052100", 1312, 2420, true);

    private static final int TIMESTAMP_BYTES = 8;

    private final byte code;
    private final String algorithm;
    private final byte[] x509Prefix;
    private final int keyBytes;
    private final int rawBytes;
    private final boolean isTimestamped;

    SignatureType(int code, String algorithm, String x509Prefix, int keyBytes, int rawBytes, boolean isTimestamped) {
        this.code = (byte) code;
        this.algorithm = algorithm;
        this.x509Prefix = HexFormat.of().parseHex(x509Prefix);
        this.keyBytes = keyBytes;
        this.rawBytes = rawBytes;
        this.isTimestamped = isTimestamped;
    }

    /** @throws IllegalArgumentException where no type that we know has this code */
    static SignatureType of(byte code) {
        return Arrays.stream(values())
                .filter(type -> type.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown signature type " + code));
    }

    /** Whether a signature begins with the second in which it was made. */
    public boolean isTimestamped() {
        return isTimestamped;
    }

    byte code() {
        return code;
    }

    /** The name by which the JDK knows it. */
    String algorithm() {
        return algorithm;
    }

    /** What X.509 puts before a public key (RFC 8410, RFC 9881). */
    byte[] x509Prefix() {
        return x509Prefix.clone();
    }

    int keyBytes() {
        return keyBytes;
    }

    /** Bytes in a note, without the key's id. */
    int signatureBytes() {
        return timestampBytes() + rawBytes;
    }

    int timestampBytes() {
        return isTimestamped ? TIMESTAMP_BYTES : 0;
    }
}
