package io.xunshi.platform.identity;

/** Keeps what people write to each other as contacts are kept: encrypted at rest, readable only with the field key. */
public interface PersonalText {
    byte[] encrypt(String plain);

    /** @throws IllegalStateException where the bytes were changed or belong to another key */
    String decrypt(byte[] stored);

    /** The same for the same text and useless without the key: what a stored text is found by (blind index). */
    byte[] blindIndex(String plain);
}
