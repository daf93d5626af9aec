package io.xunshi.platform.pricing.web;

import io.xunshi.platform.pricing.domain.Series;
import io.xunshi.platform.pricing.usecase.ReadFixings.Quote;
import java.util.List;

/**
 * A reference price, in yuan a tonne.
 *
 * @param last prices of the last two days, newest first; fewer where there are fewer
 */
record SeriesResponse(
        String code, String calendar, String nameZh, String nameEn, String source, List<FixingResponse> last) {

    static SeriesResponse of(Quote quote) {
        return of(quote.series(), quote.last().stream().map(FixingResponse::of).toList());
    }

    static SeriesResponse of(Series series, List<FixingResponse> last) {
        return new SeriesResponse(
                series.code(), series.calendar(), series.nameZh(), series.nameEn(), series.source(), last);
    }
}
