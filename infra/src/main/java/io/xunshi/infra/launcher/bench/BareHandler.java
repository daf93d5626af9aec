package io.xunshi.infra.launcher.bench;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.Arrays;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.netty.http.server.HttpServer;

/** WebFlux with nothing in it: answers every request with the same bytes. Says its address on the first line. */
public final class BareHandler {

    private BareHandler() {}

    /** @param arguments how many bytes */
    public static void main(String[] arguments) {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        byte[] answer = new byte[Integer.parseInt(arguments[0])];
        Arrays.fill(answer, (byte) 'x');
        var handler = RouterFunctions.toHttpHandler(route(
                GET("/"),
                request -> ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(answer)));
        var server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(new ReactorHttpHandlerAdapter(handler))
                .bindNow();
        System.out.println("http://127.0.0.1:" + server.port());
        server.onDispose().block();
    }
}
