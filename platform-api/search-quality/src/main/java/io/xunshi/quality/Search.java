package io.xunshi.quality;

import java.util.List;

/** A way to search the set's listings. */
interface Search {

    /** As it is called in the report. */
    String name();

    /** The listings found, the best first, at most so many. */
    List<String> find(String words, int limit);
}
