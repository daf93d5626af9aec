package io.xunshi.infra.launcher.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A hash over the names and the content of source files: equal stamps mean that a build would change nothing. */
final class SourceStamp {

    private static final Set<String> NOT_SOURCES = Set.of("target", "node_modules", "dist", "coverage");

    private SourceStamp() {}

    /**
     * The stamp of the files below a folder whose path in it is accepted; folders with generated content are left out.
     */
    static String of(Path folder, Predicate<Path> isSource) throws IOException {
        var hashes = new TreeMap<String, byte[]>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                return isPassedBy(visited) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            private boolean isPassedBy(Path visited) {
                String name = String.valueOf(visited.getFileName());
                return !visited.equals(folder) && (name.startsWith(".") || NOT_SOURCES.contains(name));
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path relative = folder.relativize(file);
                if (isSource.test(relative)) {
                    hashes.put(relative.toString(), sha256().digest(Files.readAllBytes(file)));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return HexFormat.of().formatHex(together(hashes));
    }

    private static byte[] together(Map<String, byte[]> hashes) {
        MessageDigest all = sha256();
        hashes.forEach((name, hash) -> {
            all.update(name.getBytes(StandardCharsets.UTF_8));
            all.update(hash);
        });
        return all.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
