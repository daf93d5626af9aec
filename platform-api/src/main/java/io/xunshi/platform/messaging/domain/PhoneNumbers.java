package io.xunshi.platform.messaging.domain;

import io.xunshi.platform.kernel.HeardText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds telephone numbers of mainland China in heard text: digits in any script, spoken numerals, and the blanks and
 * marks that are strewn between them. Prices, sizes and model numbers are no telephone numbers: of numbers with gaps,
 * only those count that are grouped as people group telephone numbers.
 */
final class PhoneNumbers {
    /** Words that merely sound like digits count only where nothing stands between them. */
    private static final String SOUNDS = "灵妖腰尔散伞思寺舞吾流溜齐起吧巴爸久酒就";

    private static final String DIGITS_OF_SOUNDS = "01123344556677888999";

    /** An o for a nought, an l for a one. */
    private static final String LETTERS = "oil|";

    private static final String DIGITS_OF_LETTERS = "0111";
    private static final Pattern LETTERED = Pattern.compile("(?<![a-z0-9])[0-9oil|]{11,13}(?![a-z0-9])");

    private static final int MOBILE_DIGITS = 11;
    private static final int GAP_MAX = 5;
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
    private static final Pattern CONTIGUOUS = Pattern.compile("(?<![0-9])(?:\\+?86)?1[3-9][0-9]{9}(?![0-9])");

    /** 0371 is Zhengzhou; other places' codes have a zero, too. */
    private static final Pattern LANDLINE =
            Pattern.compile("(?<![0-9])0(?:371|[1-9][0-9]{1,2})[-\\s)）]{1,2}[2-8][0-9]{6,7}(?![0-9])");

    private static final Set<List<Integer>> TELEPHONE_GROUPS =
            Set.of(List.of(3, 4, 4), List.of(3, 8), List.of(7, 4), List.of(3, 4, 2, 2), List.of(3, 2, 2, 2, 2));
    private static final Pattern CONTACT_WORD = Pattern.compile("电话|手机号|号码|联系|打我|call|tel|短信|拨打|来电|加我|找我");
    private static final Pattern UNIT = Pattern.compile("^\\s*(?:mm|cm|毫米|厘米|公分|米|元|块|毫安|mah|克|kg|斤|gb|寸|尺|尺寸)");
    private static final Pattern MEASURE = Pattern.compile("(?:尺寸|长宽高|规格|大小|型号|码数|尺码)[^0-9]{0,4}$");

    private PhoneNumbers() {}

    static boolean areIn(HeardText text) {
        var spoken = text.spoken();
        return CONTIGUOUS.matcher(spoken).find()
                || LANDLINE.matcher(spoken).find()
                || isGrouped(spoken)
                || CONTIGUOUS
                        .matcher(HeardText.replaced(spoken, SOUNDS, DIGITS_OF_SOUNDS))
                        .find()
                || LETTERED.matcher(spoken)
                        .results()
                        .map(found -> HeardText.replaced(found.group(), LETTERS, DIGITS_OF_LETTERS))
                        .anyMatch(number -> CONTIGUOUS.matcher(number).find());
    }

    private static boolean isGrouped(String text) {
        for (var sequence : sequencesOf(text)) {
            for (int from = 0; from < sequence.size(); from++) {
                if (isTelephone(sequence, from, text)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isTelephone(List<Group> sequence, int from, String text) {
        var lengths = new ArrayList<Integer>();
        var number = new StringBuilder();
        var to = from;
        while (to < sequence.size() && number.length() < MOBILE_DIGITS) {
            lengths.add(sequence.get(to).digits().length());
            number.append(sequence.get(to).digits());
            to++;
        }
        if (!MOBILE.matcher(number).matches()) {
            return false;
        }
        var isWhole = from == 0 && to == sequence.size();
        var isStrewn = lengths.stream().allMatch(length -> length <= 2);
        var looksIt = TELEPHONE_GROUPS.contains(lengths)
                || isStrewn && isWhole
                || isWhole && CONTACT_WORD.matcher(text).find();
        return looksIt && !isMeasured(text, sequence.get(from), sequence.get(to - 1));
    }

    private static boolean isMeasured(String text, Group first, Group last) {
        return UNIT.matcher(text.substring(last.end())).find()
                || MEASURE.matcher(text.substring(0, first.start())).find();
    }

    /** Groups of digits with only small gaps between them. */
    private static List<List<Group>> sequencesOf(String text) {
        var sequences = new ArrayList<List<Group>>();
        var current = new ArrayList<Group>();
        for (var group : groupsOf(text)) {
            if (!current.isEmpty() && !isGap(text.substring(current.getLast().end(), group.start()))) {
                sequences.add(List.copyOf(current));
                current.clear();
            }
            current.add(group);
        }
        sequences.add(List.copyOf(current));
        return sequences;
    }

    private static List<Group> groupsOf(String text) {
        return Pattern.compile("[0-9]+")
                .matcher(text)
                .results()
                .map(found -> new Group(found.group(), found.start(), found.end()))
                .toList();
    }

    /** Marks and blanks, or one word of one character: more of it is a sentence. */
    private static boolean isGap(String between) {
        var characters = between.codePoints().toArray();
        var letters = between.codePoints().filter(Character::isLetter).count();
        return characters.length <= GAP_MAX && (letters == 0 || letters == 1 && characters.length == 1);
    }

    private record Group(String digits, int start, int end) {}
}
