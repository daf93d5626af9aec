package io.xunshi.platform.connection.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.resolver.InetSocketAddressResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ImmediateEventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names that lead into the house are not called, whatever they said when the endpoint was registered. */
class OutsideAddressesTests {
    private static final int HTTPS = 443;
    private static final Map<String, List<String>> NAMES = Map.of(
            "erp.example.com", List.of("8.8.8.8"),
            "rebound.example.com", List.of("10.0.0.7"),
            "both.example.com", List.of("169.254.169.254", "8.8.4.4"),
            "self.example.com", List.of("127.0.0.1"));

    @Test
    void aNameThatLeadsOutsideIsCalled() {
        assertThat(resolved("erp.example.com", false)).containsExactly("8.8.8.8");
    }

    @Test
    void aNameThatLeadsIntoTheHouseIsNot() {
        assertThat(asked(InetSocketAddress.createUnresolved("rebound.example.com", HTTPS), false)
                        .cause())
                .isInstanceOf(UnknownHostException.class);
    }

    @Test
    void ofSeveralAddressesOnlyThoseOutsideAreCalled() {
        assertThat(resolved("both.example.com", false)).containsExactly("8.8.4.4");
    }

    @Test
    void anAddressInNumbersIsLookedAtToo() {
        var resolver = outside(false).getResolver(ImmediateEventExecutor.INSTANCE);
        var address = new InetSocketAddress(InetAddress.ofLiteral("10.0.0.7"), HTTPS);

        assertThat(resolver.isResolved(address)).isFalse();
        assertThat(resolver.resolveAll(address).isSuccess()).isFalse();
        assertThat(resolver.resolve(address).isSuccess()).isFalse();
    }

    @Test
    void whereItIsAllowedThisMachineIsCalled() {
        assertThat(resolved("self.example.com", true)).containsExactly("127.0.0.1");
        assertThat(asked(InetSocketAddress.createUnresolved("self.example.com", HTTPS), false)
                        .isSuccess())
                .isFalse();
    }

    private static Stream<String> resolved(String name, boolean allowLoopback) {
        return asked(InetSocketAddress.createUnresolved(name, HTTPS), allowLoopback).getNow().stream()
                .map(found -> found.getAddress().getHostAddress());
    }

    private static Future<List<InetSocketAddress>> asked(InetSocketAddress address, boolean allowLoopback) {
        return outside(allowLoopback)
                .getResolver(ImmediateEventExecutor.INSTANCE)
                .resolveAll(address);
    }

    private static OutsideAddresses outside(boolean allowLoopback) {
        return new OutsideAddresses(new KnownNames(), allowLoopback);
    }

    /** Answers at once. */
    private static final class KnownNames extends AddressResolverGroup<InetSocketAddress> {
        @Override
        protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
            return new InetSocketAddressResolver(executor, new InetNameResolver(executor) {
                @Override
                protected void doResolve(String name, Promise<InetAddress> promise) {
                    promise.setSuccess(addresses(name).getFirst());
                }

                @Override
                protected void doResolveAll(String name, Promise<List<InetAddress>> promise) {
                    promise.setSuccess(addresses(name));
                }
            });
        }

        private static List<InetAddress> addresses(String name) {
            return NAMES.getOrDefault(name, List.of()).stream()
                    .map(InetAddress::ofLiteral)
                    .toList();
        }
    }
}
