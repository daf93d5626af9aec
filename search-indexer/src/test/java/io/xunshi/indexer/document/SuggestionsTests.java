package io.xunshi.indexer.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SuggestionsTests {

    @Test
    void phrasesAndTheWholeTitleAreSuggested() {
        assertThat(Suggestions.in("九成新 苹果手机，128G")).startsWith("九成新", "苹果手机", "128G", "九成新 苹果手机，128G");
    }

    @Test
    void theThingAtTheEndOfAChinesePhraseIsSuggested() {
        assertThat(Suggestions.in("实木书柜")).contains("书柜").doesNotContain("柜");
    }

    @Test
    void bareNumbersSingleCharactersAndLongSentencesAreNot() {
        assertThat(Suggestions.in("床 2026 " + "很".repeat(30))).isEmpty();
    }
}
