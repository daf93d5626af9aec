package io.xunshi.platform;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.resource.Delay;
import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Redis that is away is said to be away at once. By itself the driver would queue what it is told until the connection
 * is back, and let everybody wait for the time-out meanwhile.
 */
@Configuration(proxyBeanMethods = false)
class RedisConnection {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

    /** The driver's own limit of half a minute would make every outage that much longer. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    @Bean
    LettuceClientOptionsBuilderCustomizer refusalWhileDisconnected() {
        return options -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS);
    }

    @Bean
    ClientResourcesBuilderCustomizer eagerReconnection() {
        return resources -> resources
                .reconnectDelay(Delay.exponential(FIRST_PAUSE, LONGEST_PAUSE, 2, TimeUnit.MILLISECONDS))
                .nettyCustomizer(new NettyCustomizer() {
                    @Override
                    public void afterChannelInitialized(Channel channel) {
                        channel.pipeline().addLast(new KeepReading());
                    }
                });
    }

    /**
     * Reads on, whoever is slow to take an answer. The driver stops reading a connection while an answer that has come
     * in part waits for its subscriber, and where another thread takes the last of it at that very moment, nobody lets
     * it read again: the connection, which all requests share, is silent until some command's time-out (Lettuce 7.5,
     * CommandHandler and RedisPublisher). Our answers are small; what waits may wait in memory.
     */
    static final class KeepReading extends ChannelInboundHandlerAdapter {
        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            var config = context.channel().config();
            if (!config.isAutoRead()) {
                config.setAutoRead(true);
            }
            context.fireChannelReadComplete();
        }
    }
}
