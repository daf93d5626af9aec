package io.xunshi.platform.surveillance.domain;

import org.jspecify.annotations.Nullable;

/** What a list of cases is narrowed to; null is anything. */
public record CaseFilter(
        @Nullable CaseState state,
        @Nullable Detector detector,
        @Nullable Severity severity) {}
