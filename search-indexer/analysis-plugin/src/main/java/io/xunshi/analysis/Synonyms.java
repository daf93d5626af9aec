package io.xunshi.analysis;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymMap;

/**
 * Words that buyers use for the same thing, in Solr's format, and for a thing the names of its kinds: 电钢琴 for 钢琴. They
 * are cut by the same analyzer as everything else, so a synonym may be several words.
 */
final class Synonyms {
    private static final String RESOURCE = "synonyms.txt";

    private Synonyms() {}

    static SynonymMap load(Analyzer analyzer, DomainDictionary dictionary) {
        var parser = new SolrSynonymParser(true, true, analyzer);
        var kinds = kinds(dictionary.goods(), new HashSet<>(WordList.words("other-kinds.txt")));
        var rules = Stream.concat(WordList.read(RESOURCE).stream(), kinds).collect(Collectors.joining("\n"));
        try {
            parser.parse(new StringReader(rules));
            return parser.build();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + RESOURCE, e);
        } catch (ParseException e) {
            throw new IllegalStateException("Not a list of synonyms: " + RESOURCE, e);
        }
    }

    /** The kinds of a thing are the things whose names end with its name. */
    private static Stream<String> kinds(Set<String> goods, Set<String> others) {
        return goods.stream()
                .filter(kind -> !others.contains(kind))
                .flatMap(kind -> goods.stream()
                        .filter(thing -> kind.length() > thing.length() && kind.endsWith(thing))
                        .map(thing -> thing + " => " + thing + "," + kind));
    }
}
