package io.xunshi.infra.launcher.test;

import io.xunshi.infra.launcher.build.Maven;
import io.xunshi.infra.server.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** {@code ./mvnw verify}: unit tests, integration tests, and the checks of the build. */
final class JavaSuite {

    private static final List<String> REPORT_FOLDERS = List.of("surefire-reports", "failsafe-reports");
    private static final int MODULE_DEPTH_MAX = 4;

    private final Path project;

    JavaSuite(Path project) {
        this.project = project;
    }

    SuiteResult run() throws IOException {
        for (Path folder : reportFolders()) {
            Folders.delete(folder);
        }
        int status = new Maven(project).verify();
        TestCounts counts = TestCounts.NONE;
        for (Path folder : reportFolders()) {
            counts = counts.plus(SurefireReports.count(folder));
        }
        return new SuiteResult(
                "java", counts, status == 0 && counts.failed() == 0, status == 0 ? "" : "mvnw verify failed");
    }

    private List<Path> reportFolders() throws IOException {
        try (Stream<Path> folders = Files.find(
                project,
                MODULE_DEPTH_MAX,
                (path, _) -> REPORT_FOLDERS.contains(path.getFileName().toString()))) {
            return folders.toList();
        }
    }
}
