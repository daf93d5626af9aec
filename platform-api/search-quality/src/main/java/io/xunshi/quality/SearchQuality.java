package io.xunshi.quality;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Measures three searches over the same listings, prints a table and writes it as JSON. Asserts nothing. */
public final class SearchQuality {

    private SearchQuality() {}

    /** @param arguments the file for the JSON; the search engine, an empty one, is named by the environment */
    public static void main(String[] arguments) throws IOException {
        var url = URI.create(Objects.requireNonNull(System.getenv("XUNSHI_ELASTICSEARCH_URL")));
        var report = measure(JudgedSet.load(), url);
        Files.writeString(
                Path.of(arguments[0]),
                JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(report.json()) + "\n");
        System.out.print(report.table());
    }

    static Report measure(JudgedSet set, URI url) {
        var listings = Offers.messages(set.listings());
        try (var engine = Engine.at(url);
                var ours = new OurSearch(url)) {
            var plain = List.of(
                    new PlainSearch(engine, "standard", "standard"),
                    new PlainSearch(engine, "smartcn", "xunshi_smartcn"));
            ours.index(listings);
            plain.forEach(search -> search.index(listings));
            engine.refresh();
            return report(set, Stream.concat(Stream.of(ours), plain.stream()).toList());
        }
    }

    private static Report report(JudgedSet set, List<Search> searches) {
        var answers = new LinkedHashMap<JudgedQuery, Map<String, Ranking>>();
        for (var query : set.queries()) {
            var rankings = new LinkedHashMap<String, Ranking>();
            searches.forEach(search -> rankings.put(search.name(), ranking(set, query, search)));
            answers.put(query, rankings);
        }
        return new Report(set, searches.stream().map(Search::name).toList(), answers);
    }

    private static Ranking ranking(JudgedSet set, JudgedQuery query, Search search) {
        var found = search.find(query.words(), Ranking.DEPTH);
        var grades = set.gradesOf(query);
        return new Ranking(
                found,
                found.stream().map(listing -> grades.getOrDefault(listing, 0)).toList(),
                grades.values());
    }
}
