package io.xunshi.platform.audit;

import java.time.LocalDate;
import reactor.core.publisher.Flux;

/** 审计问题查询: what one module's data says to one of the desk's questions. Several modules may answer the same question. */
public interface SavedQuery {

    /** The number of the question in the desk's list. */
    int question();

    /** What happened on these days in the city, both included, newest first. */
    Flux<Finding> find(LocalDate first, LocalDate last, int limit);
}
