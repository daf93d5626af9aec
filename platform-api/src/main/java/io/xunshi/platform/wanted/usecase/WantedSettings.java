package io.xunshi.platform.wanted.usecase;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much people may look for, and answer.
 *
 * @param postsMax posts of one person that have not ended
 * @param answersPerDay how many listings one seller may point people to
 * @param remindBefore how long before its end a post's owner is told
 */
@ConfigurationProperties("xunshi.wanted")
public record WantedSettings(
        @DefaultValue("10") int postsMax,
        @DefaultValue("20") int answersPerDay,
        @DefaultValue("3d") Duration remindBefore) {}
