package io.xunshi.platform.listing.web;

import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.listing.usecase.DescribeDevice.Described;
import io.xunshi.platform.regulation.DeviceNumber;
import io.xunshi.platform.regulation.WipeDeclaration;
import io.xunshi.platform.regulation.WipeRecord;
import io.xunshi.platform.regulation.WipeRecord.Result;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a device.
 *
 * @param isDevice whether the listing's category asks for any of it
 * @param numbers masked but for their ends
 * @param wipeRecord null where none was declared
 */
record DeviceResponse(
        boolean isDevice, List<Numbered> numbers, @Nullable Wipe wipeRecord) {
    static DeviceResponse of(Described described) {
        var record = described.device().wipeRecord();
        return new DeviceResponse(
                described.isDevice(),
                described.device().numbers().stream()
                        .map(number -> new Numbered(number.kind(), number.masked()))
                        .toList(),
                record == null ? null : Wipe.of(record, described.isOwn(), described.verifier()));
    }

    record Numbered(DeviceNumber.Kind kind, String masked) {}

    /**
     * @param code what the owner shows at the point; null for everybody else
     * @param result null until a point has looked
     * @param certificateSha256 hexadecimal; stands in the log when the thing is sold
     */
    record Wipe(
            @Nullable String code,
            WipeDeclaration.Method method,
            WipeDeclaration.Medium medium,
            @Nullable Integer passes,
            String tool,
            LocalDate wipedOn,
            @Nullable Result result,
            @Nullable Instant verifiedAt,
            @Nullable String verifier,
            @Nullable String remark,
            @Nullable String certificateSha256) {
        static Wipe of(WipeRecord record, boolean isOwn, @Nullable AccountView verifier) {
            var wipe = record.declaration();
            var verification = record.verification();
            return new Wipe(
                    isOwn ? record.code() : null,
                    wipe.method(),
                    wipe.medium(),
                    wipe.passes(),
                    wipe.tool(),
                    wipe.wipedOn(),
                    verification == null ? null : verification.result(),
                    verification == null ? null : verification.at(),
                    verifier == null ? null : verifier.displayName(),
                    isOwn && verification != null ? verification.remark() : null,
                    verification == null ? null : verification.certificateSha256());
        }
    }
}
