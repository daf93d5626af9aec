package io.xunshi.platform.shipping.usecase;

import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.http.HttpProblem;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.shipping.AddressId;
import io.xunshi.platform.shipping.ShippingProblem;
import io.xunshi.platform.shipping.domain.Address;
import io.xunshi.platform.shipping.domain.PostalAddress;
import io.xunshi.platform.shipping.storage.AddressRepository;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A person's address book (地址簿). One address is the default, the first by itself. */
@Component
public class KeepAddresses {
    private final AddressRepository addresses;
    private final ReferenceTariffs tariffs;
    private final ShippingSettings settings;
    private final IdGenerator ids;
    private final Clock clock;

    KeepAddresses(
            AddressRepository addresses,
            ReferenceTariffs tariffs,
            ShippingSettings settings,
            IdGenerator ids,
            Clock clock) {
        this.addresses = addresses;
        this.tariffs = tariffs;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** The default first, then the newest. */
    public Flux<Address> of(AccountId owner) {
        return addresses.findOf(owner);
    }

    /** Raises {@link ShippingProblem#TOO_MANY_ADDRESSES}. */
    @Transactional
    public Mono<Address> add(AccountId owner, PostalAddress at, boolean isDefault) {
        return addresses
                .lockBook(owner)
                .filter(count -> count < settings.addressesMax())
                .switchIfEmpty(Mono.error(() -> ShippingProblem.TOO_MANY_ADDRESSES.raise(settings.addressesMax())))
                .flatMap(count -> checked(at).thenReturn(address(at, isDefault || count == 0)))
                .delayUntil(address -> address.isDefault() ? addresses.clearDefault(owner) : Mono.empty())
                .delayUntil(address -> addresses.add(owner, address));
    }

    /** Raises {@link ShippingProblem#ADDRESS_NOT_FOUND}, {@link HttpProblem#STALE} for another version. */
    @Transactional
    public Mono<Address> edit(AccountId owner, AddressId id, long version, PostalAddress at, boolean isDefault) {
        return addresses
                .lockBook(owner)
                .then(addresses.find(owner, id))
                .switchIfEmpty(Mono.error(ShippingProblem.ADDRESS_NOT_FOUND::raise))
                .filter(known -> known.version() == version)
                .switchIfEmpty(Mono.error(HttpProblem.STALE::raise))
                .delayUntil(known -> checked(at))
                .map(known -> new Address(id, at, known.isDefault() || isDefault, version + 1, known.createdAt()))
                .delayUntil(edited -> edited.isDefault() ? addresses.clearDefault(owner) : Mono.empty())
                .delayUntil(edited -> addresses.put(owner, edited));
    }

    /** The newest of the others becomes the default where that one was. */
    @Transactional
    public Mono<Void> remove(AccountId owner, AddressId id) {
        return addresses
                .lockBook(owner)
                .then(addresses.remove(owner, id))
                .filter(removed -> removed)
                .switchIfEmpty(Mono.error(ShippingProblem.ADDRESS_NOT_FOUND::raise))
                .then(addresses.chooseDefault(owner));
    }

    private Address address(PostalAddress at, boolean isDefault) {
        return new Address(new AddressId(ids.next()), at, isDefault, 1, clock.instant());
    }

    private Mono<Void> checked(PostalAddress at) {
        return tariffs.knows(at.province())
                ? Mono.empty()
                : Mono.error(
                        FieldFault.refuse(List.of(new FieldFault("province", "shipping.field.not-shipped-there"))));
    }
}
