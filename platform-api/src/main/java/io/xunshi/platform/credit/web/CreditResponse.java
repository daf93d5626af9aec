package io.xunshi.platform.credit.web;

import io.xunshi.platform.audit.Deed;
import io.xunshi.platform.audit.TradeKind;
import io.xunshi.platform.credit.domain.Appeal;
import io.xunshi.platform.credit.domain.CreditLevel;
import io.xunshi.platform.credit.domain.CreditPart;
import io.xunshi.platform.credit.domain.CreditRecord;
import io.xunshi.platform.credit.domain.CreditRecord.StandingDeed;
import io.xunshi.platform.credit.domain.CreditScore;
import io.xunshi.platform.credit.domain.Standing;
import io.xunshi.platform.credit.usecase.ReadCredit.OwnCredit;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A score as its owner may take it apart.
 *
 * @param formula which formula computed it
 * @param history a year of it by today's formula, monthly, oldest first; the last is now
 * @param deeds of the last year, newest first
 */
record CreditResponse(
        int points,
        int most,
        CreditLevel level,
        int formula,
        List<PartResponse> parts,
        List<PastResponse> history,
        List<DeedResponse> deeds) {

    private static final int MONTHS = 12;

    static CreditResponse of(OwnCredit own) {
        var credit = own.credit();
        var score = credit.scoreAt(own.at());
        return new CreditResponse(
                score.total(),
                CreditScore.mostOfAll(),
                credit.levelAt(own.at()),
                CreditScore.FORMULA,
                Arrays.stream(CreditPart.values())
                        .map(part -> new PartResponse(part, score.points().getOrDefault(part, 0), part.most()))
                        .toList(),
                history(credit, own.at()),
                credit.deeds().stream()
                        .filter(deed -> expiryOf(deed).isAfter(own.at()))
                        .map(deed -> DeedResponse.of(own, deed))
                        .toList());
    }

    private static List<PastResponse> history(CreditRecord credit, Instant now) {
        return IntStream.rangeClosed(-MONTHS, 0)
                .mapToObj(months ->
                        now.atOffset(ZoneOffset.UTC).plusMonths(months).toInstant())
                .map(at -> new PastResponse(at, credit.scoreAt(at).total()))
                .toList();
    }

    private static Instant expiryOf(StandingDeed deed) {
        return deed.conduct().at().plus(CreditScore.MEMORY);
    }

    /** @param most what the part can bring */
    record PartResponse(CreditPart part, int points, int most) {}

    record PastResponse(Instant at, int points) {}

    /**
     * @param id what an appeal names
     * @param rating 1 to 5, of a review; otherwise null
     * @param effect the points that it adds or takes today; 0 where it does not count
     * @param expiresAt from when on it weighs nothing
     */
    record DeedResponse(
            UUID id,
            TradeKind kind,
            UUID tradeId,
            String code,
            Deed deed,
            @Nullable Integer rating,
            Instant at,
            Instant expiresAt,
            Standing standing,
            int effect,
            boolean appealable,
            @Nullable OwnAppealResponse appeal) {

        static DeedResponse of(OwnCredit own, StandingDeed deed) {
            var conduct = deed.conduct();
            return new DeedResponse(
                    deed.id(),
                    conduct.kind(),
                    conduct.trade(),
                    conduct.code(),
                    conduct.deed(),
                    conduct.rating(),
                    conduct.at(),
                    expiryOf(deed),
                    deed.standing(),
                    own.credit().effectOf(deed, own.at()),
                    own.isAppealable(deed),
                    own.appealOf(deed).map(OwnAppealResponse::of).orElse(null));
        }
    }

    /**
     * @param remark what the officer says; null while nobody has decided
     * @param countsUntil while it waits: what an officer has not decided by then counts no longer, if it took something
     */
    record OwnAppealResponse(
            Appeal.State state,
            String words,
            Instant madeAt,
            @Nullable String remark,
            Instant countsUntil) {

        static OwnAppealResponse of(Appeal appeal) {
            var decision = appeal.decision();
            return new OwnAppealResponse(
                    appeal.state(),
                    appeal.words(),
                    appeal.madeAt(),
                    decision == null ? null : decision.remark(),
                    appeal.madeAt().plus(Appeal.PATIENCE));
        }
    }
}
