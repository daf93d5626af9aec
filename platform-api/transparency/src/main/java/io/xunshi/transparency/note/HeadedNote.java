package io.xunshi.transparency.note;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A signed note behind lines of something else and an empty line, as C2SP sends checkpoints with their proofs.
 *
 * @param head at least one line, none of them empty
 */
public record HeadedNote(List<String> head, Note note) {
    /** Room for the lines before the note. */
    private static final int HEAD_BYTES_MAX = 128 * 1024;

    public static final int BYTES_MAX = Note.BYTES_MAX + HEAD_BYTES_MAX;

    public HeadedNote {
        head = List.copyOf(head);
    }

    /** @throws IllegalArgumentException for whatever is not exactly that, or too long */
    public static HeadedNote read(byte[] bytes) {
        if (bytes.length > BYTES_MAX) {
            throw new IllegalArgumentException("At most %d bytes".formatted(BYTES_MAX));
        }
        var split = firstEmptyLine(bytes);
        var head = Note.decode(Arrays.copyOf(bytes, split)).split("\n", -1);
        return new HeadedNote(List.of(head), Note.read(Arrays.copyOfRange(bytes, split + 2, bytes.length)));
    }

    public byte[] bytes() {
        return (String.join("\n", head) + "\n\n" + note).getBytes(StandardCharsets.UTF_8);
    }

    /** Where the last line before it ends. */
    private static int firstEmptyLine(byte[] bytes) {
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] == '\n' && bytes[i + 1] == '\n') {
                return i;
            }
        }
        throw new IllegalArgumentException("An empty line stands before the checkpoint");
    }
}
