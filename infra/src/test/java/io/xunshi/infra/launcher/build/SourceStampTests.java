package io.xunshi.infra.launcher.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceStampTests {

    @TempDir
    private Path folder;

    private String before = "";

    @BeforeEach
    void writeSources() throws IOException {
        write("src/main/A.java", "class A {}");
        before = stamp();
    }

    @Test
    void isEqualWhileNothingChanges() throws IOException {
        assertThat(stamp()).isEqualTo(before);
    }

    @Test
    void changesWithTheContent() throws IOException {
        write("src/main/A.java", "class A { }");

        assertThat(stamp()).isNotEqualTo(before);
    }

    @Test
    void changesWhenAFileIsAdded() throws IOException {
        write("src/main/B.java", "class B {}");

        assertThat(stamp()).isNotEqualTo(before);
    }

    @Test
    void changesWhenAFileIsMoved() throws IOException {
        Files.move(folder.resolve("src/main/A.java"), folder.resolve("src/main/B.java"));

        assertThat(stamp()).isNotEqualTo(before);
    }

    @Test
    void doesNotSeeWhatTheBuildWrites() throws IOException {
        write("target/src/main/A.java", "class A {}");
        write("node_modules/src/main/index.js", "");
        write(".git/src/main/index", "");

        assertThat(stamp()).isEqualTo(before);
    }

    @Test
    void doesNotSeeWhatIsNoSource() throws IOException {
        write("README.md", "");

        assertThat(stamp()).isEqualTo(before);
    }

    private void write(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private String stamp() throws IOException {
        return SourceStamp.of(
                folder, path -> path.startsWith("src") || path.toString().contains("src/main/"));
    }
}
