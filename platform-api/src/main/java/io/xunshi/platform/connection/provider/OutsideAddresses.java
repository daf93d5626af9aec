package io.xunshi.platform.connection.provider;

import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import io.xunshi.platform.connection.domain.PublicAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Finds the addresses of names, and only those where webhooks may go. The connection is made to the address that was
 * looked at here, so a name that answers differently the second time (DNS rebinding) gains nothing.
 */
final class OutsideAddresses extends AddressResolverGroup<InetSocketAddress> {
    private final AddressResolverGroup<InetSocketAddress> names;
    private final boolean allowLoopback;

    OutsideAddresses(AddressResolverGroup<InetSocketAddress> names, boolean allowLoopback) {
        this.names = names;
        this.allowLoopback = allowLoopback;
    }

    boolean isOutside(InetAddress address) {
        return PublicAddress.isPublic(address) || allowLoopback && address.isLoopbackAddress();
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new OutsideResolver(executor);
    }

    private final class OutsideResolver extends AbstractAddressResolver<InetSocketAddress> {
        private final AddressResolver<InetSocketAddress> resolver;

        OutsideResolver(EventExecutor executor) {
            super(executor, InetSocketAddress.class);
            resolver = names.getResolver(executor);
        }

        /** What is written as numbers is looked at, too. */
        @Override
        protected boolean doIsResolved(InetSocketAddress address) {
            return false;
        }

        @Override
        protected void doResolve(InetSocketAddress unresolved, Promise<InetSocketAddress> promise) {
            var all = executor().<List<InetSocketAddress>>newPromise();
            doResolveAll(unresolved, all);
            all.addListener(found -> {
                if (found.isSuccess()) {
                    promise.trySuccess(all.getNow().getFirst());
                } else {
                    promise.tryFailure(found.cause());
                }
            });
        }

        @Override
        protected void doResolveAll(InetSocketAddress unresolved, Promise<List<InetSocketAddress>> promise) {
            if (!unresolved.isUnresolved()) {
                complete(List.of(unresolved), promise);
                return;
            }
            resolver.resolveAll(unresolved).addListener(found -> {
                if (found.isSuccess()) {
                    @SuppressWarnings("unchecked") // Netty tells listeners of a future without its type.
                    var addresses = (List<InetSocketAddress>) found.getNow();
                    complete(addresses, promise);
                } else {
                    promise.tryFailure(found.cause());
                }
            });
        }

        private void complete(List<InetSocketAddress> found, Promise<List<InetSocketAddress>> promise) {
            var outside = found.stream()
                    .filter(address -> isOutside(address.getAddress()))
                    .toList();
            if (outside.isEmpty()) {
                promise.tryFailure(new UnknownHostException("leads to an address that is not public"));
            } else {
                promise.trySuccess(outside);
            }
        }
    }
}
