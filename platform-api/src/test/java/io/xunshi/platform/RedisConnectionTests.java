package io.xunshi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;

/** The connection to Redis that all requests share. */
class RedisConnectionTests {

    @Test
    void aConnectionThatTheDriverStoppedReadingIsReadOn() {
        var channel = new EmbeddedChannel(new RedisConnection.KeepReading());
        channel.config().setAutoRead(false);

        channel.pipeline().fireChannelReadComplete();

        assertThat(channel.config().isAutoRead()).isTrue();
    }
}
