package io.xunshi.infra.launcher.state;

/** A login that the sample data made, one per role. */
public record DemoAccount(String role, String contact, String password, String displayName) {}
