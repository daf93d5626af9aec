package io.xunshi.platform.wanted.storage;

import io.xunshi.platform.identity.AccountId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which open posts are meant. Nothing said allows everything.
 *
 * @param words blank-separated; all of them must be in what the post says
 * @param categories those of the posts
 * @param district posts for the whole city are for it too
 * @param priceFen what a seller asks: posts that pay less are left out
 * @param except whose posts are left out
 */
public record PostFilter(
        String words,
        List<String> categories,
        @Nullable String district,
        @Nullable Long priceFen,
        @Nullable AccountId except) {
    public PostFilter {
        categories = List.copyOf(categories);
    }

    /** For <code>ilike</code>; its own signs stand for themselves. */
    String[] patterns() {
        return Stream.of(words.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .toArray(String[]::new);
    }
}
