package io.xunshi.platform.messaging.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.PersonalText;
import io.xunshi.platform.messaging.domain.PushAddress;
import io.xunshi.platform.messaging.domain.PushSubscription;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The browsers that people want to be told on; where they are reached is encrypted. */
@Repository
public class PushSubscriptionRepository {
    /** Stands in neither an address nor a key. */
    private static final String SEPARATOR = " ";

    private final DatabaseClient database;
    private final PersonalText personalText;

    PushSubscriptionRepository(DatabaseClient database, PersonalText personalText) {
        this.database = database;
        this.personalText = personalText;
    }

    /** Takes the place of what the session had, and of whatever had the endpoint. */
    public Mono<Void> put(PushSubscription subscription, Instant at) {
        var index = personalText.blindIndex(subscription.address().endpoint().toString());
        return database.sql("""
                        delete from messaging.push_subscription
                        where account = :account and session = :session and endpoint_index <> :index
                        """)
                .bind("account", subscription.account().value())
                .bind("session", subscription.session())
                .bind("index", index)
                .then()
                .then(Mono.defer(() -> add(subscription, index, at)));
    }

    /** What is under way to the person reaches them still; what is under way to another does not. */
    private Mono<Void> add(PushSubscription subscription, byte[] index, Instant at) {
        var address = subscription.address();
        return database.sql("""
                        insert into messaging.push_subscription
                            (id, account, session, address_cipher, endpoint_index, service, language, at)
                        values (:id, :account, :session, :cipher, :index, :service, :language, :at)
                        on conflict (endpoint_index) do update
                        set id = case when push_subscription.account = excluded.account
                                      then push_subscription.id else excluded.id end,
                            account = excluded.account, session = excluded.session,
                            address_cipher = excluded.address_cipher, service = excluded.service,
                            language = excluded.language, at = excluded.at
                        """)
                .bind("id", subscription.id())
                .bind("account", subscription.account().value())
                .bind("session", subscription.session())
                .bind("cipher", personalText.encrypt(textOf(address)))
                .bind("index", index)
                .bind("service", address.endpoint().getHost())
                .bind("language", subscription.language().toLanguageTag())
                .bind("at", at)
                .then();
    }

    private static String textOf(PushAddress address) {
        return String.join(SEPARATOR, address.endpoint().toString(), address.p256dh(), address.auth());
    }

    public Mono<Void> keepNewest(AccountId person, int most) {
        return database.sql("""
                        delete from messaging.push_subscription
                        where id in (
                            select id from messaging.push_subscription
                            where account = :account order by at desc, id desc offset :most)
                        """)
                .bind("account", person.value())
                .bind("most", most)
                .then();
    }

    public Mono<Boolean> has(AccountId person, String session) {
        return database.sql("""
                        select exists (
                            select from messaging.push_subscription
                            where account = :account and session = :session) as subscribed
                        """)
                .bind("account", person.value())
                .bind("session", session)
                .map((row, metadata) -> required(row, "subscribed", Boolean.class))
                .one();
    }

    public Mono<PushSubscription> find(UUID id) {
        return database.sql("""
                        select id, account, session, address_cipher, language
                        from messaging.push_subscription where id = :id
                        """).bind("id", id).map(this::subscription).one();
    }

    /** Which each of the people has. */
    public Flux<Subscribed> of(Collection<AccountId> people) {
        return database.sql("select account, id from messaging.push_subscription where account = any(:accounts)")
                .bind("accounts", people.stream().map(AccountId::value).toArray(UUID[]::new))
                .map((row, metadata) -> new Subscribed(
                        new AccountId(required(row, "account", UUID.class)), required(row, "id", UUID.class)))
                .all();
    }

    public Mono<Void> remove(AccountId person, String session) {
        return database.sql("delete from messaging.push_subscription where account = :account and session = :session")
                .bind("account", person.value())
                .bind("session", session)
                .then();
    }

    public Mono<Void> remove(UUID id) {
        return database.sql("delete from messaging.push_subscription where id = :id")
                .bind("id", id)
                .then();
    }

    private PushSubscription subscription(Readable row) {
        var address = personalText
                .decrypt(required(row, "address_cipher", byte[].class))
                .split(SEPARATOR, -1);
        return new PushSubscription(
                required(row, "id", UUID.class),
                new AccountId(required(row, "account", UUID.class)),
                required(row, "session", String.class),
                new PushAddress(URI.create(address[0]), address[1], address[2]),
                Locale.forLanguageTag(required(row, "language", String.class)));
    }

    public record Subscribed(AccountId account, UUID id) {}
}
