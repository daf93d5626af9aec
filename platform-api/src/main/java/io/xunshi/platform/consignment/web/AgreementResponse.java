package io.xunshi.platform.consignment.web;

import io.xunshi.platform.consignment.domain.Agreement;
import io.xunshi.platform.consignment.domain.EndChoice;
import io.xunshi.platform.consignment.domain.Markdown;
import io.xunshi.platform.consignment.domain.Point;
import io.xunshi.platform.consignment.usecase.FindConsignments.WholeAgreement;
import io.xunshi.platform.kernel.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agreement with its things and what was paid for them.
 *
 * @param code the paper code, <code>A…</code>
 * @param consignor masked; null where it is shown to whoever holds the paper
 * @param owed what is not paid out yet
 */
record AgreementResponse(
        UUID id,
        String code,
        PointOfAgreement point,
        @Nullable String consignor,
        EndChoice endChoice,
        List<MarkdownResponse> markdowns,
        Instant signedAt,
        Instant termEndsAt,
        List<ItemResponse> items,
        List<StatementResponse> settlements,
        Money owed) {

    static AgreementResponse of(WholeAgreement whole) {
        return of(whole, whole.consignor());
    }

    /** Without any word of whose it is. */
    static AgreementResponse onPaper(WholeAgreement whole) {
        return of(whole, null);
    }

    private static AgreementResponse of(WholeAgreement whole, @Nullable String consignor) {
        var agreement = whole.agreement();
        return new AgreementResponse(
                agreement.id(),
                agreement.code(),
                PointOfAgreement.of(whole.point()),
                consignor,
                agreement.endChoice(),
                agreement.markdowns().stream()
                        .map(step -> MarkdownResponse.of(step, agreement))
                        .toList(),
                agreement.signedAt(),
                agreement.termEndsAt(),
                whole.items().stream().map(ItemResponse::of).toList(),
                whole.settlements().stream().map(StatementResponse::of).toList(),
                whole.owed());
    }

    record PointOfAgreement(UUID id, String name, String address, String hours) {

        static PointOfAgreement of(Point point) {
            var profile = point.profile();
            return new PointOfAgreement(point.id().value(), profile.name(), profile.address(), profile.hours());
        }
    }

    /** @param percentOff of the appraised price; steps do not add up */
    record MarkdownResponse(int afterDays, int percentOff, Instant at) {

        static MarkdownResponse of(Markdown step, Agreement agreement) {
            return new MarkdownResponse(
                    step.afterDays(), step.percentOff(), agreement.signedAt().plus(Duration.ofDays(step.afterDays())));
        }
    }
}
