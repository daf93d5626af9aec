package io.xunshi.platform.custody.domain;

/** What a batch makes: an {@link Output} with what follows from what went in. */
public record Product(String materialCode, long grams, long documented, CustodyModel model) {}
