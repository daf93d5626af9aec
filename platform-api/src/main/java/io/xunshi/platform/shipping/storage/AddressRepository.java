package io.xunshi.platform.shipping.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.PersonalText;
import io.xunshi.platform.shipping.AddressId;
import io.xunshi.platform.shipping.domain.Address;
import io.xunshi.platform.shipping.domain.PostalAddress;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Address books; every query names whose. */
@Repository
public class AddressRepository {
    private static final String SELECT = """
            select id, name_cipher, phone_cipher, province, city_cipher, street_cipher, is_default, version, created_at
            from shipping.address
            """;

    private final DatabaseClient database;
    private final PersonalText personalText;

    AddressRepository(DatabaseClient database, PersonalText personalText) {
        this.database = database;
        this.personalText = personalText;
    }

    /** Others who change the same book wait until the caller's transaction ends; counts what is in it. */
    public Mono<Long> lockBook(AccountId owner) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended('shipping.address ' || :owner, 0))")
                .bind("owner", owner.value().toString())
                .then()
                .then(database.sql("select count(*) as count from shipping.address where owner = :owner")
                        .bind("owner", owner.value())
                        .map((row, metadata) -> required(row, "count", Long.class))
                        .one());
    }

    public Mono<Void> add(AccountId owner, Address address) {
        var insert = database.sql("""
                        insert into shipping.address
                            (id, owner, name_cipher, phone_cipher, province, city_cipher, street_cipher, is_default, created_at)
                        values (:id, :owner, :name, :phone, :province, :city, :street, :default, :at)
                        """)
                .bind("id", address.id().value())
                .bind("owner", owner.value())
                .bind("default", address.isDefault())
                .bind("at", address.createdAt());
        return bind(insert, address.at()).then();
    }

    public Mono<Void> put(AccountId owner, Address address) {
        var update = database.sql("""
                        update shipping.address
                        set name_cipher = :name, phone_cipher = :phone, province = :province, city_cipher = :city,
                            street_cipher = :street, is_default = :default, version = :version
                        where id = :id and owner = :owner
                        """)
                .bind("id", address.id().value())
                .bind("owner", owner.value())
                .bind("default", address.isDefault())
                .bind("version", address.version());
        return bind(update, address.at()).then();
    }

    public Mono<Void> clearDefault(AccountId owner) {
        return database.sql("update shipping.address set is_default = false where owner = :owner and is_default")
                .bind("owner", owner.value())
                .then();
    }

    /** The newest, where none is. */
    public Mono<Void> chooseDefault(AccountId owner) {
        return database.sql("""
                        update shipping.address
                        set is_default = true
                        where id = (select id from shipping.address where owner = :owner order by created_at desc limit 1)
                          and not exists (select from shipping.address where owner = :owner and is_default)
                        """).bind("owner", owner.value()).then();
    }

    /** False where there is none of that owner. */
    public Mono<Boolean> remove(AccountId owner, AddressId id) {
        return database.sql("delete from shipping.address where id = :id and owner = :owner")
                .bind("id", id.value())
                .bind("owner", owner.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    public Mono<Address> find(AccountId owner, AddressId id) {
        return database.sql(SELECT + "where id = :id and owner = :owner")
                .bind("id", id.value())
                .bind("owner", owner.value())
                .map(this::address)
                .one();
    }

    /** The default first, then the newest. */
    public Flux<Address> findOf(AccountId owner) {
        return database.sql(SELECT + "where owner = :owner order by is_default desc, created_at desc, id desc")
                .bind("owner", owner.value())
                .map(this::address)
                .all();
    }

    private GenericExecuteSpec bind(GenericExecuteSpec statement, PostalAddress at) {
        return statement
                .bind("name", personalText.encrypt(at.name()))
                .bind("phone", personalText.encrypt(at.phone()))
                .bind("province", at.province())
                .bind("city", personalText.encrypt(at.city()))
                .bind("street", personalText.encrypt(at.street()));
    }

    private Address address(Readable row) {
        return new Address(
                new AddressId(required(row, "id", UUID.class)),
                new PostalAddress(
                        text(row, "name_cipher"),
                        text(row, "phone_cipher"),
                        required(row, "province", String.class),
                        text(row, "city_cipher"),
                        text(row, "street_cipher")),
                required(row, "is_default", Boolean.class),
                required(row, "version", Long.class),
                required(row, "created_at", Instant.class));
    }

    private String text(Readable row, String column) {
        return personalText.decrypt(required(row, column, byte[].class));
    }
}
