package io.xunshi.platform.privacy.usecase;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What <code>data.json</code> of an archive says; times in UTC, money in fen. */
public record ArchiveDocument(UUID account, Instant madeAt, List<Section> topics) {

    /** @param key <code>module.thing</code> */
    public record Section(String key, List<Map<String, Object>> rows) {}
}
