package io.xunshi.platform.connection.domain;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Where webhooks may go, as far as the text of the address tells. */
public final class WebhookUrl {
    private WebhookUrl() {}

    /**
     * The address; empty for anything but https to a name or a public address, without a password and without a
     * fragment.
     *
     * @param allowLoopback also http and https to this machine, for tests
     */
    public static Optional<URI> parse(String text, boolean allowLoopback) {
        try {
            return Optional.of(URI.create(text)).filter(url -> isAllowed(url, allowLoopback));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isAllowed(URI url, boolean allowLoopback) {
        var host = url.getHost();
        if (host == null || url.getUserInfo() != null || url.getFragment() != null) {
            return false;
        }
        if (allowLoopback && isLoopback(host)) {
            return "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        }
        return "https".equals(url.getScheme()) && isOutside(host);
    }

    private static boolean isOutside(String host) {
        return literal(host)
                .map(PublicAddress::isPublic)
                .orElseGet(() -> host.contains(".") && !host.endsWith(".") && !isLocalName(host));
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost")
                || literal(host).map(InetAddress::isLoopbackAddress).orElse(false);
    }

    private static boolean isLocalName(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        return name.endsWith(".localhost")
                || name.endsWith(".local")
                || name.endsWith(".internal")
                || name.endsWith(".home.arpa");
    }

    /** Empty for a name; nothing is looked up. */
    private static Optional<InetAddress> literal(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
