package io.xunshi.platform.http.web;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcRollbackException;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.xunshi.platform.http.HttpProblem;
import io.xunshi.platform.http.web.Refusal.WrongField;
import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.r2dbc.BadSqlGrammarException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.server.csrf.CsrfException;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.ContentTooLargeException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Reads every kind of failure as a refusal; the one place that knows other libraries' exceptions. */
final class RefusalOfError {
    /** PostgreSQL's word for U+0000 in a text, which it cannot store and therefore not look for. */
    private static final String CHARACTER_NOT_IN_REPERTOIRE = "22021";

    /** PostgreSQL undid one of two that waited for each other; which of its libraries' exceptions says so varies. */
    private static final String DEADLOCK_DETECTED = "40P01";

    private RefusalOfError() {}

    /** Whether something that we lean on does not answer. */
    static boolean isOutage(Throwable error) {
        return of(error)
                .filter(refusal -> refusal.problem().category() == ProblemCategory.UNAVAILABLE)
                .isPresent();
    }

    /** Empty where the failure is nobody's but ours. */
    static Optional<Refusal> of(Throwable error) {
        return Optional.ofNullable(
                switch (error) {
                    case ProblemException refused -> Refusal.of(refused);
                    case WebExchangeBindException invalid -> Refusal.ofFields(fieldsOf(invalid));
                    case HandlerMethodValidationException invalid -> Refusal.ofFields(fieldsOf(invalid));
                    case ContentTooLargeException large -> Refusal.of(HttpProblem.TOO_LARGE);
                    case ServerWebInputException unreadable -> unreadable(unreadable);
                    case DataBufferLimitException large -> Refusal.of(HttpProblem.TOO_LARGE);
                    case DecodingException unreadable -> unreadable(unreadable);
                    case MethodNotAllowedException wrong ->
                        Refusal.of(HttpProblem.METHOD_NOT_ALLOWED, wrong.getHttpMethod());
                    case UnsupportedMediaTypeStatusException wrong -> Refusal.of(HttpProblem.UNSUPPORTED_MEDIA_TYPE);
                    case NotAcceptableStatusException wrong -> Refusal.of(HttpProblem.NOT_ACCEPTABLE);
                    case ResponseStatusException status
                    when status.getStatusCode().value() == 404 -> Refusal.of(HttpProblem.NOT_FOUND);
                    case ResponseStatusException status
                    when status.getStatusCode().is4xxClientError() -> Refusal.of(HttpProblem.UNREADABLE);
                    case CsrfException forged -> Refusal.of(HttpProblem.CSRF);
                    case AccessDeniedException denied -> Refusal.of(HttpProblem.FORBIDDEN);
                    case InvalidBearerTokenException unknown -> Refusal.of(HttpProblem.TOKEN_NOT_VALID);
                    case AuthenticationException anonymous -> Refusal.of(HttpProblem.NOT_SIGNED_IN);
                    case ConcurrencyFailureException raced -> Refusal.of(HttpProblem.CONFLICT);
                    case R2dbcRollbackException raced -> Refusal.of(HttpProblem.CONFLICT);
                    case DataAccessException undone
                    when is(DEADLOCK_DETECTED, undone.getCause()) -> Refusal.of(HttpProblem.CONFLICT);
                    case R2dbcException undone when is(DEADLOCK_DETECTED, undone) -> Refusal.of(HttpProblem.CONFLICT);
                    case BadSqlGrammarException unfit
                    when is(CHARACTER_NOT_IN_REPERTOIRE, unfit.getCause()) -> Refusal.of(HttpProblem.UNREADABLE);
                    case DataAccessResourceFailureException down -> Refusal.of(HttpProblem.UNAVAILABLE);
                    case QueryTimeoutException slow -> Refusal.of(HttpProblem.UNAVAILABLE);
                    case RedisException down -> Refusal.of(HttpProblem.UNAVAILABLE);
                    case RedisSystemException down
                    when !(down.getCause() instanceof RedisCommandExecutionException) ->
                        Refusal.of(HttpProblem.UNAVAILABLE);
                    case RejectedExecutionException busy -> Refusal.of(HttpProblem.UNAVAILABLE);
                    case R2dbcTimeoutException busy -> Refusal.of(HttpProblem.UNAVAILABLE);
                    default -> null;
                });
    }

    private static boolean is(String sqlState, @Nullable Throwable cause) {
        return cause instanceof R2dbcException refused && sqlState.equals(refused.getSqlState());
    }

    private static Refusal unreadable(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case DataBufferLimitException large -> {
                    return Refusal.of(HttpProblem.TOO_LARGE);
                }
                case StreamConstraintsException large -> {
                    return Refusal.of(HttpProblem.TOO_LARGE);
                }
                case UnrecognizedPropertyException unknown -> {
                    return Refusal.ofFields(List.of(new WrongField(pathOf(unknown), "unknown", "")));
                }
                case DatabindException mistyped
                when !mistyped.getPath().isEmpty() -> {
                    return Refusal.ofFields(List.of(new WrongField(pathOf(mistyped), "type", "")));
                }
                default -> {}
            }
        }
        return error instanceof ServerWebInputException input && input.getMethodParameter() != null
                ? parameter(input)
                : Refusal.of(HttpProblem.UNREADABLE);
    }

    private static Refusal parameter(ServerWebInputException input) {
        var parameter = input.getMethodParameter();
        var name = parameter == null ? null : parameter.getParameterName();
        var isBody = parameter != null && parameter.hasParameterAnnotation(RequestBody.class);
        return name == null || isBody
                ? Refusal.of(HttpProblem.UNREADABLE)
                : Refusal.ofFields(List.of(new WrongField(name, "type", "")));
    }

    private static String pathOf(DatabindException error) {
        var path = new StringBuilder();
        for (var step : error.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    private static List<WrongField> fieldsOf(WebExchangeBindException invalid) {
        return invalid.getFieldErrors().stream()
                .map(field ->
                        new WrongField(field.getField(), ruleOf(field.getCode()), textOf(field.getDefaultMessage())))
                .toList();
    }

    private static List<WrongField> fieldsOf(HandlerMethodValidationException invalid) {
        return invalid.getParameterValidationResults().stream()
                .flatMap(result -> result instanceof ParameterErrors errors
                        ? errors.getFieldErrors().stream()
                                .map(field -> new WrongField(
                                        field.getField(), ruleOf(field.getCode()), textOf(field.getDefaultMessage())))
                        : result.getResolvableErrors().stream()
                                .map(error -> new WrongField(
                                        nameOf(result),
                                        ruleOf(
                                                error.getCodes() == null
                                                        ? null
                                                        : error.getCodes()[error.getCodes().length - 1]),
                                        textOf(error.getDefaultMessage()))))
                .toList();
    }

    private static String nameOf(ParameterValidationResult result) {
        var name = result.getMethodParameter().getParameterName();
        return name == null ? "" : name;
    }

    private static String ruleOf(@Nullable String code) {
        return code == null ? "invalid" : code;
    }

    private static String textOf(@Nullable String message) {
        return message == null ? "" : message;
    }
}
