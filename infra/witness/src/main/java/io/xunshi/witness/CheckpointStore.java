package io.xunshi.witness;

import io.xunshi.transparency.note.Checkpoint;
import io.xunshi.transparency.note.Note;
import io.xunshi.transparency.note.VerifierKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The newest checkpoint that a witness cosigned of each log, one file a log. A file is replaced by renaming, after both
 * it and its name are on the disk: whatever happens meanwhile, the old promise or the new one is there, whole.
 */
final class CheckpointStore {
    private final Path folder;
    private final VerifierKey ownKey;

    /** @param ownKey whose cosignature every checkpoint here has */
    CheckpointStore(Path folder, VerifierKey ownKey) {
        this.folder = folder;
        this.ownKey = ownKey;
    }

    /** The lower-case hexadecimal SHA-256 of a log's origin: how tlog-witness names logs in addresses. */
    static String nameOf(String origin) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(origin.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * The newest cosigned checkpoint of a log.
     *
     * @param name by {@link #nameOf}
     * @throws IOException where it cannot be read, or is not what the witness wrote
     */
    Optional<Note> newest(String name) throws IOException {
        try {
            return Optional.of(ours(Note.read(Files.readAllBytes(folder.resolve(name))), name));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new IOException("The checkpoint in " + folder.resolve(name) + " is damaged", e);
        }
    }

    /** Replaces the newest checkpoint of its log; it is on the disk when this returns. */
    void replace(Note checkpoint) throws IOException {
        var file = folder.resolve(nameOf(Checkpoint.read(checkpoint.text()).origin()));
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try (var channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            var bytes = ByteBuffer.wrap(checkpoint.bytes());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    /** A file that somebody else wrote or that lost a bit must not be taken for what was promised. */
    private Note ours(Note note, String name) {
        if (note.signedBy(List.of(ownKey)).isEmpty()
                || !nameOf(Checkpoint.read(note.text()).origin()).equals(name)) {
            throw new IllegalArgumentException("Not cosigned here");
        }
        return note;
    }
}
