package io.xunshi.platform.http;

/**
 * What is wrong with one field of a request.
 *
 * @param field the path as the caller wrote it, <code>location.lat</code>
 * @param code a stable word for the rule that is broken
 * @param message what to do, in the reader's language
 */
public record FieldError(String field, String code, String message) {}
