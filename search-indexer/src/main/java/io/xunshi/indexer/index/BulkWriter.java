package io.xunshi.indexer.index;

import io.xunshi.contracts.search.SearchIndex;
import io.xunshi.indexer.document.IndexWrite;
import io.xunshi.indexer.index.WriteOutcome.Outdated;
import io.xunshi.indexer.index.WriteOutcome.Postponed;
import io.xunshi.indexer.index.WriteOutcome.Refused;
import io.xunshi.indexer.index.WriteOutcome.Written;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes many documents in one request. Elasticsearch answers 200 even where single items failed, so the answer is read
 * item by item. Deletions carry a version too: it is remembered for an hour (<code>gc_deletes</code>), so that an older
 * write which arrives late does not bring a listing back.
 */
@Component
public class BulkWriter {
    private final SearchEngine engine;
    private final WrittenIndices indices;
    private final JsonMapper json = JsonMapper.shared();

    BulkWriter(SearchEngine engine, WrittenIndices indices) {
        this.engine = engine;
        this.indices = indices;
    }

    /**
     * Writes all of them to all indices of their kinds.
     *
     * @return one outcome for each write, in the same order
     * @throws EngineRefusal where the whole request is refused
     * @throws java.io.UncheckedIOException while Elasticsearch does not answer; some writes may have taken effect
     */
    public List<WriteOutcome> write(List<IndexWrite> writes) {
        var targets = indices.writeTargets();
        if (writes.stream().anyMatch(write -> !targets.containsKey(write.index()))) {
            indices.prepare();
            return writes.stream().<WriteOutcome>map(_ -> new Postponed()).toList();
        }
        var answer = engine.send("POST", "/_bulk", body(writes, targets), SearchEngine.JSON_LINES);
        return outcomes(writes, targets, answer.path("items"));
    }

    private byte[] body(List<IndexWrite> writes, Map<SearchIndex, List<String>> targets) {
        var lines = new ByteArrayOutputStream();
        for (var write : writes) {
            for (var target : targets.getOrDefault(write.index(), List.of())) {
                appendLine(lines, action(write, target));
                if (write.document() != null) {
                    appendLine(lines, write.document());
                }
            }
        }
        return lines.toByteArray();
    }

    private void appendLine(ByteArrayOutputStream lines, Object value) {
        lines.writeBytes(json.writeValueAsBytes(value));
        lines.write('\n');
    }

    private static Map<String, Object> action(IndexWrite write, String target) {
        return Map.of(
                write.document() == null ? "delete" : "index",
                Map.of("_index", target, "_id", write.id(), "version", write.version(), "version_type", "external"));
    }

    private static List<WriteOutcome> outcomes(
            List<IndexWrite> writes, Map<SearchIndex, List<String>> targets, JsonNode items) {
        var outcomes = new ArrayList<WriteOutcome>(writes.size());
        int position = 0;
        for (var write : writes) {
            WriteOutcome outcome = new Outdated();
            for (var _ : targets.getOrDefault(write.index(), List.of())) {
                outcome = outcome.and(outcomeOf(items.path(position++)));
            }
            outcomes.add(outcome);
        }
        return outcomes;
    }

    private static WriteOutcome outcomeOf(JsonNode item) {
        // Each item has one member, named for what was done.
        var result = item.iterator().next();
        int status = result.path("status").asInt();
        var error = result.path("error");
        return switch (status) {
            case 200, 201 -> new Written();
            case 409 -> new Outdated();
            case 404 -> error.isMissingNode() ? new Written() : new Postponed();
            case 429, 500, 502, 503, 504 -> new Postponed();
            default -> new Refused(error.path("reason").asString("status " + status));
        };
    }
}
