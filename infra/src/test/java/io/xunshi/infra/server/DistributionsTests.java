package io.xunshi.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistributionsTests {

    @TempDir
    private Path fetched;

    @Test
    void aFolderIsFilledOnceHoweverManyAskForIt() {
        var fillings = new AtomicInteger();
        var distributions = new Distributions(fetched);

        CompletableFuture<?>[] askers = Stream.generate(() -> CompletableFuture.runAsync(
                        () -> distributions.unpacked("server-1", _ -> fillings.incrementAndGet())))
                .limit(8)
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(askers).join();

        assertThat(fillings).hasValue(1);
    }

    @Test
    void anInterruptedFillingIsDoneAgain() {
        var distributions = new Distributions(fetched);
        assertThatThrownBy(() -> distributions.unpacked("server-1", folder -> {
                    Files.writeString(folder.resolve("half"), "");
                    throw new IOException("the disk is full");
                }))
                .isInstanceOf(UncheckedIOException.class);

        Path folder = distributions.unpacked("server-1", it -> Files.writeString(it.resolve("whole"), ""));

        assertThat(folder).isDirectoryContaining("glob:**/whole").isDirectoryNotContaining("glob:**/half");
    }
}
