package io.xunshi.platform.privacy.usecase;

import io.xunshi.platform.identity.KeptBecause;
import io.xunshi.platform.identity.LegalGround;
import io.xunshi.platform.identity.PersonalRecord;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people read as one thing of what is kept about them: some tables of one module.
 *
 * @param key <code>module.thing</code>
 */
record Topic(String key, List<PersonalRecord> records) {

    /** In the order in which the modules declare them. */
    static List<Topic> of(Stream<PersonalRecord> records) {
        var byKey =
                records.collect(Collectors.groupingBy(PersonalRecord::topic, LinkedHashMap::new, Collectors.toList()));
        return byKey.entrySet().stream()
                .map((Map.Entry<String, List<PersonalRecord>> entry) -> new Topic(entry.getKey(), entry.getValue()))
                .toList();
    }

    LegalGround ground() {
        return records.getFirst().ground();
    }

    /** Whether an erasure removes something of it. */
    boolean isErased() {
        return records.stream().anyMatch(record -> !record.erasures().isEmpty());
    }

    List<KeptBecause> keptBecause() {
        Set<KeptBecause> reasons = records.stream()
                .map(PersonalRecord::keptBecause)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return reasons.stream().sorted(Comparator.naturalOrder()).toList();
    }

    /** The selects of what a person is shown of it. */
    List<String> shown() {
        return records.stream()
                .map(PersonalRecord::shown)
                .filter(Objects::nonNull)
                .toList();
    }
}
