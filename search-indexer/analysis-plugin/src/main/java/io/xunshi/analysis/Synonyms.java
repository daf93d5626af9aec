package io.xunshi.analysis;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.ParseException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymMap;

/**
 * Words that buyers use for the same thing, in Solr's format. They are cut by the same analyzer as everything else, so
 * a synonym may be several words.
 */
final class Synonyms {
    private static final String RESOURCE = "synonyms.txt";

    private Synonyms() {}

    static SynonymMap load(Analyzer analyzer) {
        var parser = new SolrSynonymParser(true, true, analyzer);
        try {
            parser.parse(new StringReader(String.join("\n", WordList.read(RESOURCE))));
            return parser.build();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + RESOURCE, e);
        } catch (ParseException e) {
            throw new IllegalStateException("Not a list of synonyms: " + RESOURCE, e);
        }
    }
}
