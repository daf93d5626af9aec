package io.xunshi.platform.http.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Where a request comes from, as one caller among others: an IPv4 address, or the first half of an IPv6 address, since
 * a household has all of the other half.
 */
final class ClientAddress {
    private static final String FORWARDED = "X-Forwarded-For";
    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    /**
     * @param trustedProxies how many of the last entries of <code>X-Forwarded-For</code> our own proxies wrote; what
     *     stands before them came from outside, and may be invented
     */
    static String of(ServerHttpRequest request, int trustedProxies) {
        var remote = request.getRemoteAddress();
        var direct = remote == null || remote.getAddress() == null ? "unknown" : network(remote.getAddress());
        var forwarded = request.getHeaders().getOrEmpty(FORWARDED).stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(String::strip)
                .toList();
        return trustedProxies == 0 || forwarded.size() < trustedProxies
                ? direct
                : written(forwarded.get(forwarded.size() - trustedProxies), direct);
    }

    private static String written(String entry, String direct) {
        try {
            return network(InetAddress.ofLiteral(entry));
        } catch (IllegalArgumentException e) {
            return direct;
        }
    }

    private static String network(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
                : address.getHostAddress();
    }
}
