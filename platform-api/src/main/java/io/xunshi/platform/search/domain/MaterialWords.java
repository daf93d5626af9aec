package io.xunshi.platform.search.domain;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.xunshi.platform.catalog.Material;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What things are called in the trade: names of the material tree in both languages, ISRI words, grades of standards,
 * slang. All names of a node mean the same, so that 废铝, 废铝料, aluminium scrap and aluminum are one search; of several
 * nodes that are called the same any may be meant.
 *
 * <p>Of names that begin at the same place the longest is meant: 易拉罐破碎料 is no 破碎料. Latin words and numbers are names
 * only as wholes, single Chinese characters only where they stand alone (纸, but not the 纸 of 纸箱厂).
 */
public final class MaterialWords {
    private static final Pattern BETWEEN_NAMES = Pattern.compile("[/()（）,，;；、]+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern SHORT_NUMBER = Pattern.compile("[0-9]{1,2}");

    /** Said around a material without meaning another one. */
    private static final Pattern ASIDE =
            Pattern.compile("(?:废料|料|废旧|废|旧|求购|收购|出售|供应|\\bscraps?\\b|\\bwaste\\b|\\bold\\b|\\s)+");

    private static final int NAME_MAX = 40;

    private final Map<String, Set<String>> nodes;

    public MaterialWords(List<Material> tree) {
        nodes = tree.stream()
                .flatMap(material ->
                        namesOf(material).map(MaterialWords::folded).map(name -> new Named(name, material.code())))
                .filter(named -> isName(named.name()))
                .collect(groupingBy(Named::name, mapping(Named::code, toUnmodifiableSet())));
    }

    /** What a node is called, in no particular order; some of it twice. */
    public static Stream<String> namesOf(Material material) {
        var written = Stream.of(material.nameZh(), material.nameEn(), material.tradeCode())
                .flatMap(names -> Stream.of(BETWEEN_NAMES.split(names)));
        return Stream.of(written, material.words().stream(), Stream.of(material.code()))
                .flatMap(names -> names)
                .map(String::strip)
                .filter(name -> !name.isEmpty());
    }

    /** Finds the materials that are named, from the left to the right. */
    public Understood understand(String typed) {
        var text = folded(typed);
        var meant = new ArrayList<Set<String>>();
        var rest = new StringBuilder();
        int position = 0;
        while (position < text.length()) {
            int end = endOfNameAt(text, position);
            if (end > position) {
                meant.add(nodes.getOrDefault(text.substring(position, end), Set.of()));
                rest.append(' ');
                position = end;
            } else {
                rest.append(text.charAt(position++));
            }
        }
        var others =
                meant.isEmpty() ? text : ASIDE.matcher(rest).replaceAll(" ").strip();
        return new Understood(meant, others);
    }

    /** The position itself where no name begins there. */
    private int endOfNameAt(String text, int from) {
        if (!isBorder(text, from)) {
            return from;
        }
        for (int end = Math.min(text.length(), from + NAME_MAX); end > from; end--) {
            if (isBorder(text, end) && isNamed(text, from, end)) {
                return end;
            }
        }
        return from;
    }

    private boolean isNamed(String text, int from, int end) {
        return nodes.containsKey(text.substring(from, end)) && (end - from > 1 || isAlone(text, from, end));
    }

    private static boolean isAlone(String text, int from, int end) {
        return (from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1)))
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }

    /** Whether no Latin word or number goes on here. */
    private static boolean isBorder(String text, int at) {
        return at == 0 || at == text.length() || !isLatin(text.charAt(at - 1)) || !isLatin(text.charAt(at));
    }

    private static boolean isLatin(char character) {
        return Character.isLetterOrDigit(character) && !Character.isIdeographic(character);
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= NAME_MAX
                && !SHORT_NUMBER.matcher(name).matches();
    }

    private static String folded(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return BLANKS.matcher(plain).replaceAll(" ").strip().replace("aluminum", "aluminium");
    }

    /**
     * What was understood.
     *
     * @param materials for each name that was found, the codes of the nodes that are called so
     * @param rest what was typed besides; all of it where no material is named
     */
    public record Understood(List<Set<String>> materials, String rest) {
        public static final Understood NOTHING = new Understood(List.of(), "");

        public Understood {
            materials = List.copyOf(materials);
        }
    }

    private record Named(String name, String code) {}
}
