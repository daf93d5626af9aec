package io.xunshi.platform.auction.storage;

import io.xunshi.platform.auction.AuctionId;
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
 * In which auctions something is new, called out between replicas through Redis. Nothing depends on it: what is lost
 * here is found in PostgreSQL a few seconds later.
 */
@Repository
public class RoomChannel {
    private static final Logger log = LoggerFactory.getLogger(RoomChannel.class);
    private static final ChannelTopic TOPIC = ChannelTopic.of("xunshi:auctions");
    private static final String HERE = "here";

    /** After it a call is of no use: the rooms have looked by themselves. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final ReactiveStringRedisTemplate redis;

    RoomChannel(ReactiveStringRedisTemplate redis) {
        this.redis = redis;
    }

    /** Says nothing but that the channel works. */
    public Mono<Void> here() {
        return call(HERE);
    }

    public Mono<Void> call(Collection<AuctionId> auctions) {
        return call(auctions.stream().map(AuctionId::toString).collect(Collectors.joining(" ")));
    }

    /** What any replica calls, this one too, some of it about nothing; never ends by itself. */
    public Flux<List<AuctionId>> calls() {
        return redis.listenTo(TOPIC)
                .map(ReactiveSubscription.Message::getMessage)
                .map(RoomChannel::read);
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
    private static List<AuctionId> read(String words) {
        try {
            return words.equals(HERE)
                    ? List.of()
                    : Stream.of(words.split(" "))
                            .map(id -> new AuctionId(UUID.fromString(id)))
                            .toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
