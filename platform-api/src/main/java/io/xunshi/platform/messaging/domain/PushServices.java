package io.xunshi.platform.messaging.domain;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * The push services of browser makers that we send to. What a browser names as its endpoint is an address that we would
 * call, so any other would let people make the platform call whatever it can reach (SSRF).
 *
 * @param allowed hosts, a leading <code>*.</code> standing for any names before it, reached by https at its usual port;
 *     or a whole origin such as <code>http://127.0.0.1:9090</code>, which is meant exactly so
 */
public record PushServices(List<String> allowed) {
    private static final int HTTPS_PORT = 443;
    private static final String ANY = "*.";

    public PushServices {
        allowed = allowed.stream()
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(entry -> entry.toLowerCase(Locale.ROOT))
                .toList();
    }

    public boolean include(URI endpoint) {
        var host = endpoint.getHost();
        return host != null
                && endpoint.getRawUserInfo() == null
                && allowed.stream().anyMatch(entry -> includes(entry, endpoint, host.toLowerCase(Locale.ROOT)));
    }

    private static boolean includes(String entry, URI endpoint, String host) {
        return entry.contains("://") ? isOrigin(URI.create(entry), endpoint, host) : isHost(entry, endpoint, host);
    }

    private static boolean isOrigin(URI origin, URI endpoint, String host) {
        return origin.getScheme().equalsIgnoreCase(endpoint.getScheme())
                && host.equals(origin.getHost())
                && origin.getPort() == endpoint.getPort();
    }

    private static boolean isHost(String entry, URI endpoint, String host) {
        var usual = endpoint.getPort() == -1 || endpoint.getPort() == HTTPS_PORT;
        return "https".equalsIgnoreCase(endpoint.getScheme())
                && usual
                && (entry.startsWith(ANY) ? host.endsWith(entry.substring(1)) : host.equals(entry));
    }
}
