package io.xunshi.indexer.index;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Elasticsearch over HTTP: requests and answers as JSON, failures as exceptions. */
@Component
class SearchEngine {
    static final ContentType JSON = ContentType.APPLICATION_JSON;
    static final ContentType JSON_LINES = ContentType.create("application/x-ndjson");

    private static final int NOT_FOUND = 404;

    private final Rest5Client client;
    private final JsonMapper json = JsonMapper.shared();

    SearchEngine(Rest5Client client) {
        this.client = client;
    }

    /** The answer; a missing node where there is no such thing. */
    JsonNode get(String path) {
        return send(new Request("GET", path));
    }

    /**
     * @throws EngineRefusal where the engine understands and refuses
     * @throws UncheckedIOException while it does not answer
     */
    JsonNode send(String method, String path, byte[] body, ContentType type) {
        var request = new Request(method, path);
        request.setEntity(new ByteArrayEntity(body, type));
        return send(request);
    }

    private JsonNode send(Request request) {
        try {
            var response = client.performRequest(request);
            // The client takes a missing thing for an answer, and its error text for the thing.
            return response.getStatusCode() == NOT_FOUND
                    ? MissingNode.getInstance()
                    : json.readTree(response.getEntity().getContent());
        } catch (ResponseException e) {
            return refusal(e);
        } catch (IOException e) {
            throw new UncheckedIOException("Elasticsearch does not answer", e);
        }
    }

    private static JsonNode refusal(ResponseException e) {
        int status = e.getResponse().getStatusCode();
        if (status == NOT_FOUND) {
            return MissingNode.getInstance();
        }
        throw new EngineRefusal(status, e);
    }
}
