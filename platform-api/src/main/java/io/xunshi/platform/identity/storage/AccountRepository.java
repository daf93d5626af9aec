package io.xunshi.platform.identity.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.Role;
import io.xunshi.platform.identity.domain.Account;
import io.xunshi.platform.identity.domain.Contact;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Accounts in PostgreSQL; contacts and real names encrypted. */
@Repository
public class AccountRepository {
    private static final String COLUMNS = """
            select id, contact_cipher, display_name, password_hash, roles, real_name_verified_at is not null as verified,
                   created_at
            from identity.account
            """;

    private final DatabaseClient database;
    private final FieldCipher cipher;

    AccountRepository(DatabaseClient database, FieldCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    /** False where the contact has an account already. */
    public Mono<Boolean> add(Account account) {
        return database.sql("""
                        insert into identity.account
                            (id, contact_cipher, contact_index, display_name, password_hash, roles, created_at)
                        values (:id, :cipher, :index, :name, :hash, :roles, :at)
                        on conflict (contact_index) do nothing
                        """)
                .bind("id", account.id().value())
                .bind("cipher", cipher.encrypt(account.contact().value()))
                .bind("index", cipher.blindIndex(account.contact().value()))
                .bind("name", account.displayName())
                .bind("hash", account.passwordHash())
                .bind("roles", names(account.roles()))
                .bind("at", account.createdAt())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** An account that nobody can reach, or sign in to. */
    public Mono<Void> addMachine(AccountId id, String name, Instant at) {
        return database.sql("""
                        insert into identity.account (id, display_name, password_hash, roles, created_at, is_machine)
                        values (:id, :name, '', :roles, :at, true)
                        """)
                .bind("id", id.value())
                .bind("name", name)
                .bind("roles", names(Set.of(Role.ORGANISATION_MEMBER)))
                .bind("at", at)
                .then();
    }

    /** False where there is no such account, too. */
    public Mono<Boolean> isMachine(AccountId id) {
        return database.sql("select is_machine from identity.account where id = :id")
                .bind("id", id.value())
                .map(row -> required(row, "is_machine", Boolean.class))
                .one()
                .defaultIfEmpty(false);
    }

    /** A person's; empty for a machine. */
    public Mono<Account> find(AccountId id) {
        return database.sql(COLUMNS + "where id = :id and erased_at is null and not is_machine")
                .bind("id", id.value())
                .map(this::account)
                .one();
    }

    /** What others may see of accounts, also of machines and of those that were erased. */
    public Flux<AccountView> findViews(Collection<AccountId> ids) {
        return database.sql(COLUMNS + "where id = any(:ids)")
                .bind("ids", ids.stream().map(AccountId::value).toArray(UUID[]::new))
                .map(this::view)
                .all();
    }

    public Mono<Account> findByContact(Contact contact) {
        return database.sql(COLUMNS + "where contact_index = :index")
                .bind("index", cipher.blindIndex(contact.value()))
                .map(this::account)
                .one();
    }

    public Mono<Void> changePassword(AccountId id, String passwordHash) {
        return database.sql("update identity.account set password_hash = :hash where id = :id")
                .bind("hash", passwordHash)
                .bind("id", id.value())
                .then();
    }

    /** Fails with a {@link org.springframework.dao.DuplicateKeyException} where another account has the contact. */
    public Mono<Void> changeContact(AccountId id, Contact contact) {
        return database.sql("""
                        update identity.account
                        set contact_cipher = :cipher, contact_index = :index
                        where id = :id and erased_at is null
                        """)
                .bind("cipher", cipher.encrypt(contact.value()))
                .bind("index", cipher.blindIndex(contact.value()))
                .bind("id", id.value())
                .then();
    }

    public Mono<Void> rename(AccountId id, String displayName) {
        return database.sql("update identity.account set display_name = :name where id = :id and erased_at is null")
                .bind("name", displayName)
                .bind("id", id.value())
                .then();
    }

    /** False where the account was verified before: the first proof stands. */
    public Mono<Boolean> verifyRealName(AccountId id, String name, String idNumber, Instant at) {
        return database.sql("""
                        update identity.account
                        set real_name_cipher = :name, id_number_cipher = :number, id_number_index = :index,
                            real_name_verified_at = :at
                        where id = :id and real_name_verified_at is null
                        """)
                .bind("name", cipher.encrypt(name))
                .bind("number", cipher.encrypt(idNumber))
                .bind("index", cipher.blindIndex(idNumber))
                .bind("at", at)
                .bind("id", id.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    public Mono<Boolean> changeRoles(AccountId id, Set<Role> roles, Instant at) {
        return database.sql("""
                        update identity.account
                        set roles = :roles, office_since = :at
                        where id = :id and erased_at is null
                        """)
                .bind("roles", names(roles))
                .bind("at", at)
                .bind("id", id.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private AccountView view(Readable row) {
        return row.get("contact_cipher", byte[].class) == null
                ? AccountView.ofNobody(
                        new AccountId(required(row, "id", UUID.class)),
                        required(row, "display_name", String.class),
                        required(row, "created_at", Instant.class))
                : account(row).view();
    }

    private Account account(Readable row) {
        return new Account(
                new AccountId(required(row, "id", UUID.class)),
                Contact.parse(cipher.decrypt(required(row, "contact_cipher", byte[].class))),
                required(row, "display_name", String.class),
                required(row, "password_hash", String.class),
                Stream.of(required(row, "roles", String[].class))
                        .map(Role::valueOf)
                        .collect(Collectors.toSet()),
                required(row, "verified", Boolean.class),
                required(row, "created_at", Instant.class));
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().toArray(String[]::new);
    }
}
