package io.xunshi.contracts.search;

/** What can be searched, each in an index of its own that is rebuilt on its own. */
public enum SearchIndex {
    LISTINGS("listings"),
    /** Lots (货源) on the exchange. */
    LOTS("lots"),
    /** Demands (求购) on the exchange. */
    DEMANDS("demands");

    private final String word;

    SearchIndex(String word) {
        this.word = word;
    }

    /** Stands in the names of its indices and aliases. */
    public String word() {
        return word;
    }
}
