package io.xunshi.infra.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the archive formats that servers are published in; everything unpacked is readable by every account. */
final class Archives {

    private static final int OWNER_MAY_EXECUTE = 0100;
    private static final Set<PosixFilePermission> DATA = PosixFilePermissions.fromString("rw-r--r--");
    private static final Set<PosixFilePermission> PROGRAM = PosixFilePermissions.fromString("rwxr-xr-x");

    private Archives() {}

    /** Unpacks a zip as it is. */
    static void unzip(Path zip, Path target) throws IOException {
        try (var in = new ZipInputStream(new BufferedInputStream(Files.newInputStream(zip)))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                write(inside(target, entry.getName()), entry.isDirectory(), false, in);
            }
        }
    }

    /** Unpacks a zip without its single top folder. */
    static void unzipWithoutTopFolder(Path zip, Path target) throws IOException {
        try (var in = new ZipInputStream(new BufferedInputStream(Files.newInputStream(zip)))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                write(inside(target, name), entry.isDirectory(), name.startsWith("bin/"), in);
            }
        }
    }

    /** Unpacks the entries of a zip that a rule picks, each as an executable file directly in the target. */
    static void unzipPrograms(Path zip, Predicate<String> isWanted, Path target) throws IOException {
        try (var in = new ZipInputStream(new BufferedInputStream(Files.newInputStream(zip)))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (isWanted.test(entry.getName())) {
                    write(inside(target, entry.getName()), false, true, in);
                }
            }
        }
    }

    /** Unpacks the first {@code .txz} found inside a jar. */
    static void untarInsideJar(Path jar, Path target) throws IOException {
        try (var in = new ZipInputStream(new BufferedInputStream(Files.newInputStream(jar)))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().endsWith(".txz")) {
                    untar(new TarArchiveInputStream(new XZInputStream(in)), target);
                    return;
                }
            }
        }
        throw new IOException("No .txz inside " + jar);
    }

    private static void untar(TarArchiveInputStream tar, Path target) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path path = inside(target, entry.getName());
            if (entry.isSymbolicLink()) {
                Files.createDirectories(path.getParent());
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            } else {
                write(path, entry.isDirectory(), (entry.getMode() & OWNER_MAY_EXECUTE) != 0, tar);
            }
        }
    }

    private static void write(Path path, boolean isFolder, boolean isProgram, InputStream content) throws IOException {
        if (isFolder) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        Files.copy(content, path);
        Files.setPosixFilePermissions(path, isProgram ? PROGRAM : DATA);
    }

    private static Path inside(Path target, String name) throws IOException {
        Path path = target.resolve(name).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("The archive's entry " + name + " leads out of its folder");
        }
        return path;
    }
}
