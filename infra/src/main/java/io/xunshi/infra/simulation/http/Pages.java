package io.xunshi.infra.simulation.http;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The HTML pages, from Mustache templates beside the texts. All values are escaped; {@code {{#text}}key{{/text}}} is a
 * text in the reader's language.
 */
public final class Pages {

    private static final String FOLDER = "/io/xunshi/infra/simulation/pages/";
    private static final int OK = 200;

    private static final Mustache.Compiler COMPILER =
            Mustache.compiler().emptyStringIsFalse(true).withLoader(Pages::reader);

    private final Map<String, Template> templates = new ConcurrentHashMap<>();

    /** The page of the template with the values. */
    public ResponseDefinitionBuilder page(String template, Language language, Map<String, ?> values) {
        return page(OK, template, language, values);
    }

    public ResponseDefinitionBuilder page(int status, String template, Language language, Map<String, ?> values) {
        var context = new HashMap<String, Object>(values);
        context.put("language", language.tag());
        context.put("text", (Mustache.Lambda)
                (fragment, out) -> out.write(language.text(fragment.execute().strip())));
        return Answers.page(status, template(template).execute(context));
    }

    /** Serves a file that pages load, such as the style sheet. */
    public static Endpoint file(String name, String contentType) {
        String content = read(name);
        return _ -> new ResponseDefinitionBuilder()
                .withStatus(OK)
                .withHeader("Content-Type", contentType + ";charset=utf-8")
                .withBody(content);
    }

    private Template template(String name) {
        return templates.computeIfAbsent(name, first -> COMPILER.compile(reader(first)));
    }

    private static Reader reader(String template) {
        return new InputStreamReader(resource(template + ".mustache"), StandardCharsets.UTF_8);
    }

    private static String read(String name) {
        try (InputStream file = resource(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(Pages.class.getResourceAsStream(FOLDER + name), name);
    }
}
