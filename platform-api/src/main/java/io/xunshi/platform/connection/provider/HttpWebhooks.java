package io.xunshi.platform.connection.provider;

import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.resolver.dns.DnsAddressResolverGroup;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.xunshi.platform.connection.usecase.WebhookSender;
import io.xunshi.platform.connection.usecase.WebhookSettings;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.LoopResources;

/** Calls endpoints over HTTP. A redirect is an answer as any other: it would lead past the check of addresses. */
@Component
class HttpWebhooks implements WebhookSender, DisposableBean {
    private static final MediaType CLOUD_EVENT =
            new MediaType("application", "cloudevents+json", StandardCharsets.UTF_8);
    private static final String SENDER = "Xunshi-Webhooks/1";
    private static final int ANSWER_BYTES_MAX = 1_024;
    private static final int LOOPS = 2;

    private final LoopResources loops = LoopResources.create("webhook", LOOPS, true);
    private final WebClient http;
    private final OutsideAddresses addresses;
    private final WebhookSettings settings;
    private final Clock clock;

    HttpWebhooks(WebhookSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        addresses = new OutsideAddresses(
                new DnsAddressResolverGroup(new DnsNameResolverBuilder().datagramChannelType(NioDatagramChannel.class)),
                settings.allowLoopback());
        // Not the application's builder: nothing of what we know about a request is an endpoint's business.
        http = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(
                        // Loops of its own, because names are asked for with the channels that fit them.
                        HttpClient.create()
                                .followRedirect(false)
                                .runOn(loops, false)
                                .resolver(addresses)))
                .build();
    }

    @Override
    public void destroy() {
        loops.dispose();
    }

    @Override
    public Mono<Outcome> send(URI url, Map<String, String> headers, String body) {
        return http.post()
                .uri(url)
                .headers(sent -> headers.forEach(sent::set))
                .header(HttpHeaders.USER_AGENT, SENDER)
                .contentType(CLOUD_EVENT)
                .bodyValue(body.getBytes(StandardCharsets.UTF_8))
                .exchangeToMono(this::outcome)
                .timeout(settings.timeout())
                .onErrorResume(error -> Mono.just(Outcome.failed(wordsFor(error))));
    }

    @Override
    public Mono<Boolean> isOutside(URI url) {
        return Mono.fromCallable(
                        () -> Stream.of(InetAddress.getAllByName(url.getHost())).allMatch(addresses::isOutside))
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(settings.timeout())
                .onErrorReturn(UnknownHostException.class, true)
                .onErrorReturn(TimeoutException.class, true);
    }

    private Mono<Outcome> outcome(ClientResponse answer) {
        var wait = waitIn(answer.headers().asHttpHeaders().getFirst(HttpHeaders.RETRY_AFTER));
        return DataBufferUtils.join(
                        DataBufferUtils.takeUntilByteCount(answer.bodyToFlux(DataBuffer.class), ANSWER_BYTES_MAX))
                .map(HttpWebhooks::textOf)
                .defaultIfEmpty("")
                .map(text -> new Outcome(answer.statusCode().value(), null, text, wait));
    }

    /** Without what no table of texts takes. */
    private static String textOf(DataBuffer buffer) {
        var text = buffer.toString(StandardCharsets.UTF_8);
        DataBufferUtils.release(buffer);
        return text.replaceAll("[\\p{Cc}\\p{Cs}\\p{Co}&&[^\\n\\t]]", "");
    }

    private static String wordsFor(Throwable error) {
        var cause = NestedExceptionUtils.getMostSpecificCause(error);
        return cause instanceof TimeoutException
                ? "No answer in time"
                : cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    /** Seconds, or a date (RFC 9110, section 10.2.3). */
    private Duration waitIn(@Nullable String retryAfter) {
        if (retryAfter == null) {
            return Duration.ZERO;
        }
        if (retryAfter.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(retryAfter));
        }
        try {
            var until = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME);
            var wait = Duration.between(clock.instant(), until.toInstant());
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException unreadable) {
            return Duration.ZERO;
        }
    }
}
