package io.xunshi.platform.media;

/**
 * A document that was looked at and is in the store.
 *
 * @param name as its owner's file was called
 * @param mediaType <code>application/pdf</code> or <code>image/jpeg</code>
 * @param sha256 of what is stored and handed out, hexadecimal
 */
public record DocumentView(DocumentId id, String name, String mediaType, long sizeBytes, String sha256) {}
