package io.xunshi.infra.server;

/** What a client of a server signs in with; both parts are letters and digits, safe in URLs and configuration files. */
public record Credentials(String name, String secret) {

    /** Names the holder only, so that no log gets the secret. */
    @Override
    public String toString() {
        return "Credentials of " + name;
    }
}
