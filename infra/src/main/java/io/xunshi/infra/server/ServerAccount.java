package io.xunshi.infra.server;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The operating system account that servers run under: our own, or {@code nobody} when we are root.
 *
 * <p>PostgreSQL and Elasticsearch refuse to run as root; the others have no need of its rights.
 */
final class ServerAccount {

    private static final int NOBODY = 65534;

    private final boolean isRoot;

    private ServerAccount(boolean isRoot) {
        this.isRoot = isRoot;
    }

    static ServerAccount current() {
        return new ServerAccount(new UnixSystem().getUid() == 0);
    }

    /** The command that runs the given one under this account, able to reach the given files and folders. */
    List<String> wrap(List<String> command, Path... needed) {
        if (!isRoot) {
            return command;
        }
        var wrapped = new ArrayList<>(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        if (!Stream.of(needed).allMatch(ServerAccount::isReachableByAll)) {
            // A project below /root, which is closed to others: the server keeps root's right to pass closed folders,
            // and
            // access(2) must not take it away.
            wrapped.addAll(List.of(
                    "--inh-caps=+dac_override", "--ambient-caps=+dac_override", "--securebits=+no_setuid_fixup"));
        }
        wrapped.addAll(command);
        return wrapped;
    }

    /** Gives the folder with all that is in it to this account. */
    void own(Path folder) {
        if (!isRoot) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.setAttribute(path, "unix:uid", NOBODY);
                Files.setAttribute(path, "unix:gid", NOBODY);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot give " + folder + " to the account of the servers", e);
        }
    }

    private static boolean isReachableByAll(Path path) {
        try {
            for (Path folder = path.toRealPath().getParent(); folder != null; folder = folder.getParent()) {
                if (!Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look at the permissions of " + path, e);
        }
    }
}
