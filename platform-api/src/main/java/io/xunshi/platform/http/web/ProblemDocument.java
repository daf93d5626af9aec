package io.xunshi.platform.http.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.xunshi.platform.http.FieldError;
import java.util.List;
import java.util.Map;

/** A refusal on the wire: RFC 9457 problem details with our code, the request's id and the wrong fields. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ProblemDocument(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String requestId,
        List<FieldError> errors,
        @JsonAnyGetter Map<String, Object> extensions) {}
