package io.xunshi.platform.exchange.usecase;

import io.xunshi.platform.exchange.ExchangeProblem;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.exchange.domain.AssayReport;
import io.xunshi.platform.exchange.storage.LotAssayRepository;
import io.xunshi.platform.exchange.storage.LotRepository;
import io.xunshi.platform.media.Documents;
import io.xunshi.platform.media.Documents.DocumentFile;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows what laboratories read of a lot. */
@Component
public class ReadAssayReports {
    private final LotRepository lots;
    private final LotAssayRepository assays;
    private final Documents documents;

    ReadAssayReports(LotRepository lots, LotAssayRepository assays, Documents documents) {
        this.lots = lots;
        this.assays = assays;
        this.documents = documents;
    }

    /** In the order in which they were attached. Raises {@link ExchangeProblem#LOT_NOT_FOUND}. */
    public Mono<Attached> findOf(LotId id) {
        return lots.find(id)
                .switchIfEmpty(Mono.error(ExchangeProblem.LOT_NOT_FOUND::raise))
                .flatMap(lot -> assays.findOf(id).collectList().map(reports -> new Attached(lot.code(), reports)));
    }

    /** The paper of one. Raises {@link ExchangeProblem#REPORT_NOT_FOUND}. */
    public Mono<DocumentFile> file(LotId id, UUID report) {
        return assays.find(id, report)
                .switchIfEmpty(Mono.error(ExchangeProblem.REPORT_NOT_FOUND::raise))
                .flatMap(found -> documents.read(found.document().id()));
    }

    /** @param lot its code */
    public record Attached(String lot, List<AssayReport> reports) {
        public Attached {
            reports = List.copyOf(reports);
        }
    }
}
