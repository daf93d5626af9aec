package io.xunshi.platform.listing;

import java.text.Normalizer;
import java.util.List;

/**
 * That a thing is open to swaps (互换), and what its owner would like for it. Wishes bind nobody: anything may be
 * proposed, and the owner may say yes to it.
 *
 * @param categoryCodes of goods that would be welcome, leaves or roots; empty where the owner does not say
 * @param words what else would be welcome, separated by blanks or commas; may be empty
 */
public record SwapTerms(List<String> categoryCodes, String words) {

    public SwapTerms {
        categoryCodes = categoryCodes == null
                ? List.of()
                : categoryCodes.stream().distinct().toList();
        words = words == null
                ? ""
                : Normalizer.normalize(words, Normalizer.Form.NFC).strip();
    }
}
