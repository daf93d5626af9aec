package io.xunshi.contracts.search;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The only place that spells an index or an alias. With the prefix <code>xunshi</code>, queries for listings go to the
 * alias <code>xunshi-listings</code>, writes to every index behind <code>xunshi-listings-write</code>. That is one
 * index, and two while the index is rebuilt. Elasticsearch allows 255 bytes, lower case, no colon.
 *
 * @param prefix keeps several installations apart on one cluster
 */
public record IndexNames(String prefix, SearchIndex index) {
    private static final DateTimeFormatter BUILT_AT =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmssSSS").withZone(ZoneOffset.UTC);

    /** The alias that queries read. */
    public String readAlias() {
        return prefix + "-" + index.word();
    }

    /** The alias whose indices all get every write. */
    public String writeAlias() {
        return readAlias() + "-write";
    }

    /** The template that every index of this kind is made by. */
    public String template() {
        return readAlias();
    }

    /** What the template applies to. */
    public String pattern() {
        return readAlias() + "-built-*";
    }

    /** The index of a new installation; all replicas that start at once mean the same one. */
    public String firstIndex() {
        return readAlias() + "-built-first";
    }

    /** The index that a rebuild fills. */
    public String indexBuiltAt(Instant start) {
        return readAlias() + "-built-" + BUILT_AT.format(start);
    }
}
