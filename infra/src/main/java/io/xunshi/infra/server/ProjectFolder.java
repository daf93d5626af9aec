package io.xunshi.infra.server;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the folder of the project, whichever of its modules a test or the launcher runs in. */
public final class ProjectFolder {

    /** The system property that names the folder; without it the folders above the working directory are searched. */
    public static final String PROPERTY = "xunshi.project";

    private ProjectFolder() {}

    public static Path locate() {
        String named = System.getProperty(PROPERTY);
        if (named != null) {
            return Path.of(named).toAbsolutePath();
        }
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("infra/pom.xml"))) {
                return folder;
            }
        }
        throw new ServerFailure("No project around " + start + "; name its folder with -D" + PROPERTY);
    }
}
