package io.xunshi.platform.messaging.storage;

import io.xunshi.platform.identity.AccountId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.connection.ReactiveSubscription;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What replicas call out to each other through Redis: who has something new, who is typing. Nothing depends on it: what
 * is lost here is found in PostgreSQL a few seconds later, or was worth nothing.
 */
@Repository
public class LiveChannel {
    private static final Logger log = LoggerFactory.getLogger(LiveChannel.class);
    private static final ChannelTopic TOPIC = ChannelTopic.of("xunshi:live");

    /** After it a call is of no use: whom it is for has looked by themselves, or stopped typing. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private static final String HERE = "here";
    private static final String WAKE = "wake";
    private static final String TYPING = "typing";

    private final ReactiveStringRedisTemplate redis;

    LiveChannel(ReactiveStringRedisTemplate redis) {
        this.redis = redis;
    }

    /** Says nothing but that the channel works. */
    public Mono<Void> here() {
        return call(HERE);
    }

    public Mono<Void> wake(Collection<AccountId> people) {
        return call(WAKE + " " + people.stream().map(AccountId::toString).collect(Collectors.joining(" ")));
    }

    public Mono<Void> typing(AccountId reader, UUID conversation) {
        return call("%s %s %s".formatted(TYPING, reader, conversation));
    }

    /** What any replica calls, this one too; never ends by itself. */
    public Flux<Call> calls() {
        return redis.listenTo(TOPIC)
                .map(ReactiveSubscription.Message::getMessage)
                .concatMapIterable(LiveChannel::read);
    }

    private Mono<Void> call(String words) {
        return redis.convertAndSend(TOPIC.getTopic(), words)
                .timeout(PATIENCE)
                .onErrorResume(error -> {
                    log.debug("Redis takes no calls: {}", error.toString());
                    return Mono.empty();
                })
                .then();
    }

    /** A call that makes no sense is some other version's. */
    private static List<Call> read(String words) {
        try {
            var parts = words.split(" ");
            return switch (parts[0]) {
                case WAKE ->
                    Stream.of(parts).skip(1).<Call>map(LiveChannel::wake).toList();
                case HERE -> List.of(new Call.Here());
                case TYPING -> List.of(new Call.Typing(account(parts[1]), UUID.fromString(parts[2])));
                default -> List.of();
            };
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return List.of();
        }
    }

    private static Call wake(String account) {
        return new Call.Wake(account(account));
    }

    private static AccountId account(String text) {
        return new AccountId(UUID.fromString(text));
    }

    /** Something a replica called. */
    public sealed interface Call {
        record Here() implements Call {}

        record Wake(AccountId account) implements Call {}

        record Typing(AccountId account, UUID conversation) implements Call {}
    }
}
