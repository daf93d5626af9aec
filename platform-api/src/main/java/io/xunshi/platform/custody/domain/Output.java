package io.xunshi.platform.custody.domain;

import org.jspecify.annotations.Nullable;

/**
 * What is said of something that a batch makes.
 *
 * @param model null for the strongest that what went in bears
 */
public record Output(
        String materialCode, long grams, @Nullable CustodyModel model) {}
