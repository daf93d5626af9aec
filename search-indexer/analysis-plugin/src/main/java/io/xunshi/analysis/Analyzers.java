package io.xunshi.analysis;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;

/** Each of our analyzers, put together. */
final class Analyzers {
    private static final DomainDictionary DICTIONARY = DomainDictionary.load();
    private static final CharArraySet STOP_WORDS = new CharArraySet(WordList.read("stopwords.txt"), false);
    private static final CharArraySet ASIDES = new CharArraySet(
            Stream.of("asides.txt", "wishes.txt")
                    .flatMap(file -> WordList.words(file).stream())
                    .toList(),
            false);
    private static final CharArraySet UNITS = new CharArraySet(WordList.words("units.txt"), false);
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Analyzers() {}

    /** Words as they stand, for the index. */
    static Analyzer words() {
        return new FoldingAnalyzer(() -> new DomainTokenizer(DICTIONARY), Analyzers::withoutStopWords);
    }

    /** Words and their synonyms side by side, for queries only: the index need not be rebuilt for a new synonym. */
    static Analyzer wordsAndSynonyms() {
        var synonyms = Synonyms.load(words(), DICTIONARY);
        return new FoldingAnalyzer(
                () -> new DomainTokenizer(DICTIONARY),
                tokens -> new SynonymGraphFilter(withoutStopWords(tokens), synonyms, true));
    }

    /** Like {@link #wordsAndSynonyms}, without what people say around the thing that they look for. */
    static Analyzer things() {
        return new FoldingAnalyzer(() -> new DomainTokenizer(DICTIONARY), thingsIn());
    }

    /** Like {@link #things}, of what somebody probably meant: pinyin, first letters and slips are made words. */
    static Analyzer meantThings() {
        var known = Stream.concat(DICTIONARY.words().stream(), WordList.read("synonyms.txt").stream());
        var meaning = new Meaning(DICTIONARY, Spelling.ofLatinWordsIn(known));
        return new FoldingAnalyzer(meaning::of, () -> new DomainTokenizer(DICTIONARY), thingsIn());
    }

    private static UnaryOperator<TokenStream> thingsIn() {
        var synonyms = Synonyms.load(words(), DICTIONARY);
        return tokens -> new SynonymGraphFilter(
                new AsidesFilter(withoutStopWords(tokens), DICTIONARY, ASIDES, UNITS), synonyms, true);
    }

    /** Single characters and pairs: the net below the words, for whatever the segmentation cut differently. */
    static Analyzer bigrams() {
        return bigrams(true);
    }

    /** Pairs only, so that a query asks for characters side by side; a lone character stays. */
    static Analyzer bigramsOfQuery() {
        return bigrams(false);
    }

    private static Analyzer bigrams(boolean alsoSingle) {
        return new FoldingAnalyzer(
                StandardTokenizer::new, tokens -> new CJKBigramFilter(tokens, CJKBigramFilter.HAN, alsoSingle));
    }

    /** One token where a title offers an accessory, whatever it is for. */
    static Analyzer accessories() {
        return new FoldingAnalyzer(
                () -> new DomainTokenizer(DICTIONARY), tokens -> new AccessoryFilter(tokens, DICTIONARY, true));
    }

    /** That token where a query does not ask for an accessory. */
    static Analyzer noAccessories() {
        return new FoldingAnalyzer(
                () -> new DomainTokenizer(DICTIONARY), tokens -> new AccessoryFilter(tokens, DICTIONARY, false));
    }

    /** How a whole phrase sounds: finds what was typed with the right sound and the wrong character. */
    static Analyzer sound() {
        return new FoldingAnalyzer(KeywordTokenizer::new, tokens -> new SoundTokenFilter(withoutSpaces(tokens)));
    }

    static Analyzer pinyin() {
        return new FoldingAnalyzer(() -> new DomainTokenizer(DICTIONARY), PinyinTokenFilter::new);
    }

    /** A whole phrase without its spaces, as typed so far. */
    static Analyzer prefix() {
        return new FoldingAnalyzer(KeywordTokenizer::new, Analyzers::withoutSpaces);
    }

    /** A whole phrase without its spaces, and its spellings in pinyin. */
    static Analyzer suggest() {
        return new FoldingAnalyzer(KeywordTokenizer::new, tokens -> new SuggestTokenFilter(withoutSpaces(tokens)));
    }

    private static TokenStream withoutStopWords(TokenStream tokens) {
        return new StopFilter(tokens, STOP_WORDS);
    }

    private static TokenStream withoutSpaces(TokenStream tokens) {
        return new PatternReplaceFilter(tokens, NEITHER_LETTER_NOR_DIGIT, "", true);
    }
}
