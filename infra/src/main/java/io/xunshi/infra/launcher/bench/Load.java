package io.xunshi.infra.launcher.bench;

import io.xunshi.infra.launcher.faults.Person;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * One request, over and over.
 *
 * @param server where it goes
 * @param request its bytes, head and body
 */
record Load(URI server, byte[] request) {

    static Load get(URI server, String path) {
        return new Load(
                server,
                "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: application/json\r\n\r\n"
                        .formatted(path, server.getAuthority())
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** @param cookies of whoever asks */
    static Load get(URI server, String path, String cookies) {
        return new Load(
                server,
                "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: application/json\r\nCookie: %s\r\n\r\n"
                        .formatted(path, server.getAuthority(), cookies)
                        .getBytes(StandardCharsets.UTF_8));
    }

    static Load post(URI server, String path, String json) {
        var body = json.getBytes(StandardCharsets.UTF_8);
        return new Load(
                server,
                "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(path, server.getAuthority(), body.length, json)
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** Something that a person changes, once. */
    static Load change(URI server, String path, Person person, String json) {
        var body = json.getBytes(StandardCharsets.UTF_8);
        var request = ("POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n"
                        + "Cookie: %s\r\nX-XSRF-TOKEN: %s\r\nIdempotency-Key: %s\r\n\r\n%s")
                .formatted(
                        path,
                        server.getAuthority(),
                        body.length,
                        person.cookies(),
                        person.token(),
                        UUID.randomUUID(),
                        json);
        return new Load(server, request.getBytes(StandardCharsets.UTF_8));
    }
}
