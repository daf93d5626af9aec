package io.xunshi.transparency.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Paths come from a site that is still to be checked. */
class FolderSourceTests {
    @TempDir
    private Path outside;

    @Test
    void whatIsReadIsKeptUnderItsPath() throws IOException {
        var folder = new FolderSource(outside.resolve("kept"));

        folder.keeping(path -> new byte[] {1}).read("log/tile/0/000");

        assertThat(folder.read("log/tile/0/000")).containsExactly(1);
    }

    @Test
    void noPathLeadsOutOfTheFolder() throws IOException {
        var folder = new FolderSource(outside.resolve("kept"));
        Files.writeString(outside.resolve("record"), "somebody's");

        assertThatThrownBy(() -> folder.keeping(path -> new byte[0]).read("api/v1/auctions/../../../../record"))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> folder.read("../record")).isInstanceOf(IOException.class);
        assertThat(outside.resolve("record")).hasContent("somebody's");
    }
}
