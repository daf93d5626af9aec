package io.xunshi.platform.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a machine's access token is good for (RFC 6749, section 3.3). */
public enum Scope {
    /** 交易: offers, bids, negotiations, deliveries. */
    TRADER,
    /** 司磅: weighs. */
    WEIGHER,
    /** 财务: pays, and has money paid out. */
    FINANCE,
    /** 签约: puts the organisation's name under contracts. */
    SIGNER;

    /** As it stands in a token request, <code>trader</code>. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As Spring Security names it. */
    public String authority() {
        return "SCOPE_" + word();
    }

    /** Empty for a word that is none. */
    public static Optional<Scope> of(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.word().equals(word))
                .findFirst();
    }
}
