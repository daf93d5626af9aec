package io.xunshi.witness;

import io.xunshi.transparency.merkle.ConsistencyProof;
import io.xunshi.transparency.merkle.Hash;
import io.xunshi.transparency.note.Checkpoint;
import io.xunshi.transparency.note.Note;
import io.xunshi.transparency.note.NoteSigner;
import io.xunshi.transparency.note.VerifierKey;
import io.xunshi.transparency.witness.AddCheckpoint;
import io.xunshi.witness.Answer.Reason;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks what logs show, and cosigns what continues what they showed before. The check and the writing of the new
 * promise are one step that nothing comes between: of two requests at once, the second is judged by what the first
 * left. Thread-safe.
 */
final class Cosigner {
    private final List<NoteSigner> signers;
    private final List<VerifierKey> logs;
    private final CheckpointStore store;
    private final Clock clock;

    Cosigner(WitnessFolder folder, Clock clock) {
        signers = folder.signers();
        logs = folder.logs();
        store = new CheckpointStore(folder.checkpoints(), signers.getFirst().verifier());
        this.clock = clock;
    }

    /** The keys of its cosignatures. */
    List<VerifierKey> keys() {
        return signers.stream().map(NoteSigner::verifier).toList();
    }

    /** The newest cosigned checkpoint of the log whose origin has this hash. */
    Optional<Note> newest(String originHash) throws IOException {
        return store.newest(originHash);
    }

    /**
     * Answers <code>add-checkpoint</code>.
     *
     * @throws IOException where the witness cannot remember: then it has promised nothing
     */
    Answer add(byte[] body) throws IOException {
        AddCheckpoint request;
        Checkpoint checkpoint;
        try {
            request = AddCheckpoint.read(body);
            checkpoint = Checkpoint.read(request.note().text());
        } catch (IllegalArgumentException _) {
            return new Answer.Refused(Reason.MALFORMED);
        }
        var keys = logs.stream()
                .filter(key -> key.name().equals(checkpoint.origin()))
                .toList();
        if (keys.isEmpty()) {
            return new Answer.Refused(Reason.UNKNOWN_LOG);
        }
        if (!isSigned(request.note(), keys)) {
            return new Answer.Refused(Reason.NOT_SIGNED);
        }
        if (request.oldSize() > checkpoint.size()) {
            return new Answer.Refused(Reason.OLD_SIZE_TOO_LARGE);
        }
        return checkAndPersist(request, checkpoint, keys);
    }

    private synchronized Answer checkAndPersist(AddCheckpoint request, Checkpoint checkpoint, List<VerifierKey> keys)
            throws IOException {
        var known = store.newest(CheckpointStore.nameOf(checkpoint.origin()))
                .map(note -> Checkpoint.read(note.text()))
                .orElse(new Checkpoint(checkpoint.origin(), 0, Hash.EMPTY_TREE));
        if (request.oldSize() != known.size()) {
            return new Answer.Stale(known.size());
        }
        if (!ConsistencyProof.verifies(
                known.size(), known.root(), checkpoint.size(), checkpoint.root(), request.proof())) {
            return new Answer.Refused(Reason.INCONSISTENT);
        }
        var now = clock.instant();
        var text = request.note().text();
        var cosignatures =
                signers.stream().map(signer -> signer.sign(text, now)).toList();
        var logsOwn = keys.stream().flatMap(key -> lineOf(request.note(), key).stream());
        store.replace(
                new Note(text, Stream.concat(logsOwn, cosignatures.stream()).toList()));
        return new Answer.Cosigned(cosignatures);
    }

    /** One is enough, however often it is repeated. */
    private static Optional<Note.Line> lineOf(Note note, VerifierKey key) {
        return note.signatures().stream().filter(line -> line.isOf(key)).findFirst();
    }

    private static boolean isSigned(Note note, List<VerifierKey> keys) {
        try {
            return !note.signedBy(keys).isEmpty();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
