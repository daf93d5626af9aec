package io.xunshi.platform.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * A text as a reader takes it, whatever characters it is disguised with: full-width and decorated letters, invisible
 * characters, look-alikes of other scripts, emoji that stand for words, old characters for new ones.
 *
 * @param spaced in lower case, with its blanks and marks
 * @param spoken the same, with numerals in words as digits
 * @param joined without blanks
 * @param compact without blanks and marks
 */
public record HeardText(String spaced, String spoken, String joined, String compact) {
    private static final int VARIATION_SELECTOR = 0xFE0F;
    private static final int KEYCAP = 0x20E3;
    private static final int REGIONAL_A = 0x1F1E6;
    private static final int NEGATIVE_CIRCLED_A = 0x1F150;
    private static final int NEGATIVE_SQUARED_A = 0x1F170;
    private static final int LETTERS = 26;

    /** 加 and "account:" are also written with these. */
    private static final String SPEAKING_MARKS = "+:";

    private static final String NUMERALS = "零〇○洞一壹幺二贰弍三叁弎四肆五伍六陆七柒拐八捌九玖勾";

    private static final String DIGITS_OF_NUMERALS = "000011122233344556677788999";

    /** Rows of ten dingbats: the digits from one to ten in circles. */
    private static final int[] CIRCLED_ONES = {0x2776, 0x2780, 0x278A};

    private static final int CIRCLED_DIGITS = 9;
    private static final int NEGATIVE_CIRCLED_ZERO = 0x24FF;

    /** Hearts sound like the second half of 微信. */
    private static final String HEARTS = "❤♥♡💖💗💓💕💘💝💚🧡💛💙💜🖤🤍";

    private static final Map<Integer, String> WORDS = Map.ofEntries(
            word("➕", "+"),
            word("✚", "+"),
            word("🐧", "企鹅"),
            word("🛰", "卫星"),
            word("📱", "手机"),
            word("☎", "电话"),
            word("📞", "电话"),
            word("📧", "邮箱"),
            word("✉", "邮箱"),
            word("🧧", "红包"));

    /** Letters of other scripts that look like Latin ones, and old characters that look like new ones. */
    private static final String DISGUISES = "асеіјкмоԛрѕтухьѵԝαεικνορτυχω電話機號碼轉賬帳掃維銀現錢聯繫請發給個訊衛線";

    private static final String MEANINGS = "aceijkmoqpstyxbvwaeikvoptuxw电话机号码转账账扫维银现钱联系请发给个讯卫线";

    public static HeardText of(String text) {
        var spaced = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(HeardText::isVisible)
                .forEach(character -> spaced.append(heard(character)));
        var heard = spaced.toString();
        return new HeardText(
                heard,
                replaced(heard, NUMERALS, DIGITS_OF_NUMERALS),
                only(heard, character -> !Character.isWhitespace(character)),
                only(heard, HeardText::isSpoken));
    }

    private static boolean isVisible(int character) {
        var type = Character.getType(character);
        return type != Character.FORMAT
                && type != Character.NON_SPACING_MARK
                && type != Character.ENCLOSING_MARK
                && character != VARIATION_SELECTOR
                && character != KEYCAP;
    }

    private static String heard(int character) {
        for (var alphabet : new int[] {REGIONAL_A, NEGATIVE_CIRCLED_A, NEGATIVE_SQUARED_A}) {
            if (character >= alphabet && character < alphabet + LETTERS) {
                return Character.toString('a' + character - alphabet);
            }
        }
        for (var one : CIRCLED_ONES) {
            if (character >= one && character < one + CIRCLED_DIGITS) {
                return Character.toString('1' + character - one);
            }
        }
        if (character == NEGATIVE_CIRCLED_ZERO) {
            return "0";
        }
        if (HEARTS.indexOf(character) >= 0) {
            return "信";
        }
        var disguise = DISGUISES.indexOf(character);
        return disguise >= 0
                ? MEANINGS.substring(disguise, disguise + 1)
                : WORDS.getOrDefault(character, Character.toString(character));
    }

    /** The text with each character of the first alphabet replaced by that at its place in the second. */
    public static String replaced(String text, String from, String to) {
        var replaced = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            var place = from.indexOf(text.charAt(i));
            replaced.append(place >= 0 ? to.charAt(place) : text.charAt(i));
        }
        return replaced.toString();
    }

    private static boolean isSpoken(int character) {
        return Character.isLetterOrDigit(character) || SPEAKING_MARKS.indexOf(character) >= 0;
    }

    private static String only(String text, IntPredicate kept) {
        var rest = new StringBuilder(text.length());
        text.codePoints().filter(kept).forEach(rest::appendCodePoint);
        return rest.toString();
    }

    private static Map.Entry<Integer, String> word(String emoji, String word) {
        return Map.entry(emoji.codePointAt(0), word);
    }
}
