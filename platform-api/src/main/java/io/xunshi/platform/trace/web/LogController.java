package io.xunshi.platform.trace.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.trace.usecase.LogKeys;
import io.xunshi.platform.trace.usecase.ReadLog;
import io.xunshi.platform.trace.usecase.ReadLog.Proven;
import io.xunshi.platform.trace.usecase.ReadLog.Receipt;
import io.xunshi.transparency.merkle.Hash;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The public log, as C2SP tlog-tiles lays it out, and receipts that anybody can check. */
@RestController
class LogController {
    private static final CacheControl FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl A_MOMENT =
            CacheControl.maxAge(Duration.ofSeconds(1)).cachePublic();
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final ReadLog readLog;
    private final LogKeys keys;

    LogController(ReadLog readLog, LogKeys keys) {
        this.readLog = readLog;
        this.keys = keys;
    }

    @GetMapping("/log/key")
    @Access(Caller.PUBLIC)
    ResponseEntity<String> key() {
        return ResponseEntity.ok().contentType(TEXT).cacheControl(A_MOMENT).body(keys.verifierKey() + "\n");
    }

    /** Whom to believe about this log, as a C2SP tlog-policy: its keys, its witnesses, and how many of them. */
    @GetMapping("/log/policy")
    @Access(Caller.PUBLIC)
    ResponseEntity<String> policy() {
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(A_MOMENT)
                .body(keys.policy().text());
    }

    @GetMapping("/log/checkpoint")
    @Access(Caller.PUBLIC)
    Mono<ResponseEntity<byte[]>> checkpoint() {
        return readLog.file("checkpoint")
                .map(note -> ResponseEntity.ok()
                        .contentType(TEXT)
                        .cacheControl(A_MOMENT)
                        .body(note));
    }

    /** A tile never changes, so it may be kept for ever. */
    @GetMapping("/log/tile/{*path}")
    @Access(Caller.PUBLIC)
    Mono<ResponseEntity<byte[]>> tile(@PathVariable String path) {
        return readLog.file("tile" + path)
                .map(tile -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .cacheControl(FOREVER)
                        .body(tile));
    }

    @GetMapping("/api/v1/receipts/{orderCode}")
    @Access(Caller.PUBLIC)
    Mono<ReceiptResponse> receipt(@PathVariable String orderCode) {
        return readLog.receipt(orderCode).map(receipt -> ReceiptResponse.of(receipt, keys.verifierKey()));
    }

    /** One record's proof as a file that is checked without anybody's help (C2SP tlog-proof). */
    @GetMapping("/api/v1/receipts/{orderCode}/proofs/{index}")
    @Access(Caller.PUBLIC)
    Mono<ResponseEntity<byte[]>> proof(@PathVariable String orderCode, @PathVariable long index) {
        return readLog.proof(orderCode, index)
                .map(proof -> ResponseEntity.ok()
                        .contentType(TEXT)
                        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(orderCode, index))
                        .body(proof.bytes()));
    }

    private static String attachment(String orderCode, long index) {
        return ContentDisposition.attachment()
                .filename("%s-%d.tlog-proof".formatted(orderCode, index))
                .build()
                .toString();
    }

    /**
     * @param checkpoint the signed note
     * @param vkey the key that signed; compare it with what you were told elsewhere
     */
    record ReceiptResponse(
            String orderCode,
            List<RecordResponse> records,
            String checkpoint,
            long treeSize,
            String rootHash,
            String vkey) {

        static ReceiptResponse of(Receipt receipt, String vkey) {
            return new ReceiptResponse(
                    receipt.orderCode(),
                    receipt.records().stream().map(RecordResponse::of).toList(),
                    receipt.checkpoint().note(),
                    receipt.checkpoint().size(),
                    receipt.checkpoint().root().base64(),
                    vkey);
        }
    }

    /**
     * @param entry canonical JSON, exactly the bytes that were hashed
     * @param proof Base64 hashes from the leaf's sibling up
     */
    record RecordResponse(long index, String entry, String leafHash, List<String> proof) {

        static RecordResponse of(Proven proven) {
            return new RecordResponse(
                    proven.index(),
                    new String(proven.entry(), StandardCharsets.UTF_8),
                    Hash.ofLeaf(proven.entry()).base64(),
                    proven.proof().stream().map(Hash::base64).toList());
        }
    }
}
