package io.xunshi.analysis;

import com.ibm.icu.text.Transliterator;
import java.util.stream.IntStream;

/**
 * Makes one character out of those that mean the same to a buyer: full and half width, upper and lower case,
 * traditional and simplified. One character always becomes one character, so positions in the text stay true.
 */
final class CharacterFolding {
    private static final char HAN_FIRST = '\u4e00';
    private static final char HAN_LAST = '\u9fff';
    private static final char IDEOGRAPHIC_SPACE = '\u3000';
    private static final char FULL_WIDTH_FIRST = '\uff01';
    private static final char FULL_WIDTH_LAST = '\uff5e';
    private static final int FULL_TO_HALF_WIDTH = 0xfee0;
    private static final char[] SIMPLIFIED = simplified();

    private CharacterFolding() {}

    static char fold(char character) {
        if (character >= HAN_FIRST && character <= HAN_LAST) {
            return SIMPLIFIED[character - HAN_FIRST];
        }
        if (character >= FULL_WIDTH_FIRST && character <= FULL_WIDTH_LAST) {
            return Character.toLowerCase((char) (character - FULL_TO_HALF_WIDTH));
        }
        return character == IDEOGRAPHIC_SPACE ? ' ' : Character.toLowerCase(character);
    }

    static String fold(String text) {
        var folded = new StringBuilder(text.length());
        text.chars().forEach(character -> folded.append(fold((char) character)));
        return folded.toString();
    }

    private static char[] simplified() {
        var transliterator = Transliterator.getInstance("Traditional-Simplified");
        var table = new char[HAN_LAST - HAN_FIRST + 1];
        IntStream.range(0, table.length).forEach(index -> {
            var traditional = (char) (HAN_FIRST + index);
            var result = transliterator.transliterate(String.valueOf(traditional));
            table[index] = result.length() == 1 ? result.charAt(0) : traditional;
        });
        return table;
    }
}
