package io.xunshi.transparency.verify;

import java.io.IOException;

/** Where a log's files come from. */
@FunctionalInterface
public interface LogSource {

    /**
     * The content of a file.
     *
     * @param path below the site, without a leading slash: <code>log/checkpoint</code>
     * @throws IOException where it cannot be had
     */
    byte[] read(String path) throws IOException;
}
