package io.xunshi.platform.regulation.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Sha256;
import io.xunshi.platform.regulation.WipeRecord;
import io.xunshi.platform.regulation.WipeRecord.Result;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a verified wipe can be held against: JSON with sorted members and no blanks, of which the hash is kept and goes
 * wherever the device does. Devices stand in it by the keyed hashes of their numbers.
 */
public final class WipeCertificate {
    private WipeCertificate() {}

    /** Hexadecimal SHA-256. */
    public static String hashOf(
            WipeRecord record, Collection<byte[]> numberIndexes, Result result, AccountId verifier, Instant at) {
        var wipe = record.declaration();
        var members = new TreeMap<String, Object>();
        members.put("code", record.code());
        members.put(
                "devices",
                numberIndexes.stream().map(HexFormat.of()::formatHex).sorted().toList());
        members.put("medium", wipe.medium().name());
        members.put("method", wipe.method().name());
        members.put("passes", wipe.passes() == null ? 0 : wipe.passes());
        members.put("report", wipe.reportSha256() == null ? "" : wipe.reportSha256());
        members.put("result", result.name());
        members.put("standard", "GB 46864-2025");
        members.put("tool", wipe.tool());
        members.put("verifiedAt", at.truncatedTo(ChronoUnit.MILLIS).toString());
        members.put("verifier", verifier.toString());
        members.put("wipedOn", wipe.wipedOn().toString());
        return Sha256.of(JsonMapper.shared().writeValueAsString(members));
    }
}
