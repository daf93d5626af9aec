package io.xunshi.transparency.verify;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** Where a log's files come from. */
@FunctionalInterface
public interface LogSource {

    /**
     * The source of a site's files.
     *
     * @param site its http address, or a folder that holds its files under the paths that they have there
     */
    static LogSource of(String site) {
        return site.matches("https?://.*")
                ? new HttpSource(URI.create(site.replaceFirst("/+$", "")))
                : new FolderSource(Path.of(site));
    }

    /**
     * The content of a file.
     *
     * @param path below the site, without a leading slash: <code>log/checkpoint</code>
     * @throws IOException where it cannot be had
     */
    byte[] read(String path) throws IOException;
}
