package io.xunshi.platform.connection.domain;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * Whether an address is on the internet for everybody (IANA's special-purpose registries). Whoever names an address
 * that we call could otherwise reach what only we can.
 */
public final class PublicAddress {
    private static final byte[] NAT64 = {0x00, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};
    private static final int IPV4_IN_IPV6 = 12;

    private PublicAddress() {}

    public static boolean isPublic(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> isPublic(four.getAddress());
            case Inet6Address six -> isPublicSix(six.getAddress());
            default -> false;
        };
    }

    private static boolean isPublic(byte[] four) {
        var a = four[0] & 0xff;
        var b = four[1] & 0xff;
        var c = four[2] & 0xff;
        var isSpecial = a == 0
                || a == 10
                || a == 127
                || a == 100 && (b & 0xc0) == 64
                || a == 169 && b == 254
                || a == 172 && (b & 0xf0) == 16
                || a == 192 && b == 168
                || a == 192 && b == 0 && (c == 0 || c == 2)
                || a == 192 && b == 88 && c == 99
                || a == 198 && (b & 0xfe) == 18
                || a == 198 && b == 51 && c == 100
                || a == 203 && b == 0 && c == 113
                || a >= 224;
        return !isSpecial;
    }

    /** Only the global unicast of today, 2000::/3, without what leads to IPv4 addresses or is for documents. */
    private static boolean isPublicSix(byte[] six) {
        if (Arrays.equals(six, 0, IPV4_IN_IPV6, NAT64, 0, IPV4_IN_IPV6)) {
            return isPublic(Arrays.copyOfRange(six, IPV4_IN_IPV6, six.length));
        }
        var first = (six[0] & 0xff) << 8 | six[1] & 0xff;
        var second = (six[2] & 0xff) << 8 | six[3] & 0xff;
        var isSixToFour = first == 0x2002;
        var isTeredoOrBenchmark = first == 0x2001 && second < 0x0200;
        var isDocumentation = first == 0x2001 && second == 0x0db8 || first == 0x3fff && second < 0x1000;
        return (first & 0xe000) == 0x2000 && !isSixToFour && !isTeredoOrBenchmark && !isDocumentation;
    }
}
