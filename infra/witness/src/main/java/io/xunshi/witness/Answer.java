package io.xunshi.witness;

import io.xunshi.transparency.note.Note;
import java.util.List;

/** What a witness says to a checkpoint. */
sealed interface Answer {

    /** It continues what the witness knew, and is now what it knows. */
    record Cosigned(List<Note.Line> cosignatures) implements Answer {}

    /**
     * The request was made for another size than the witness knows; with a proof from this one it may be made again.
     */
    record Stale(long knownSize) implements Answer {}

    record Refused(Reason reason) implements Answer {}

    /** Why a witness does not cosign, and the HTTP status that tlog-witness gives to it. */
    enum Reason {
        MALFORMED(400, "not a request of c2sp.org/tlog-witness"),
        OLD_SIZE_TOO_LARGE(400, "the old size is larger than the checkpoint's"),
        NOT_SIGNED(403, "no good signature of a key that is trusted for this log"),
        UNKNOWN_LOG(404, "this log is not known here"),
        INCONSISTENT(422, "the proof does not show that the log continues what is known of it");

        private final int status;
        private final String text;

        Reason(int status, String text) {
            this.status = status;
            this.text = text;
        }

        int status() {
            return status;
        }

        String text() {
            return text;
        }
    }
}
