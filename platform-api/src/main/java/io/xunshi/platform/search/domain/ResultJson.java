package io.xunshi.platform.search.domain;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A {@link SearchItem} as it is sent. The index keeps cards ready to be sent; to read each only to write it again would
 * be half of our work on a search.
 */
public record ResultJson(@JsonValue @JsonRawValue String text) {}
