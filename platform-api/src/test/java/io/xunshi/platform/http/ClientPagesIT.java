package io.xunshi.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.listing.Goods;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What crawlers and message apps read of a page, which run no script. */
@PlatformTest
class ClientPagesIT {
    private static final Pattern STRUCTURED_DATA =
            Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>");

    private static final String SCRIPT = "/assets/script-1a2b3c4d.js";

    @LocalServerPort
    private int port;

    private Visitor visitor;

    @BeforeEach
    void somebodyComes() {
        visitor = new Visitor(port);
    }

    @Test
    void theHomePageSaysWhatThisIs() {
        var page = page("/");

        assertThat(page)
                .contains("<title>Xunshi · Second-hand market of Zhengzhou</title>")
                .contains("<meta name=\"description\"")
                .contains("<meta property=\"og:title\"");
        assertThat(structuredData(page).at("/@type").asString()).isEqualTo("WebSite");
    }

    @Test
    void aListingsPageCarriesItsGoods() {
        var seller = new Visitor(port).signUp("卖家");
        var listing = Goods.published(seller).at("/id").asString();

        var page = page("/listings/" + listing);

        assertThat(page)
                .contains("<title>实木书柜 五层 · ¥280.00</title>")
                .contains("<meta property=\"og:image\" content=\"http")
                .contains("<link rel=\"canonical\" href=\"http")
                .doesNotContain("<!--xunshi:head-->");
        var product = structuredData(page);
        assertThat(product.at("/@type").asString()).isEqualTo("Product");
        assertThat(product.at("/offers/price").asString()).isEqualTo("280.00");
        assertThat(product.at("/offers/availability").asString()).endsWith("InStock");
    }

    @Test
    void whatASellerWroteIsTextAndNeverMarkup() {
        var seller = new Visitor(port).signUp("卖家");
        var offer = Goods.bookcase(seller);
        offer.put("title", "\"><script>alert(1)</script>");
        offer.put("description", "</script><script>alert(2)</script>");
        var listing = Goods.publish(seller, offer).at("/id").asString();

        var page = page("/listings/" + listing);

        assertThat(page).doesNotContain("<script>alert");
        assertThat(structuredData(page).at("/description").asString()).isEqualTo("</script><script>alert(2)</script>");
    }

    @Test
    void aDraftIsNobodysPage() {
        var seller = new Visitor(port).signUp("卖家");
        var draft = Visitor.json(seller.post("/api/v1/listings", Goods.bookcase(seller)))
                .at("/id")
                .asString();

        visitor.get("/listings/" + draft)
                .expectStatus()
                .isNotFound()
                .expectBody(String.class)
                .consumeWith(page -> assertThat(page.getResponseBody()).contains("noindex"));
    }

    @Test
    void anUnknownListingIsNotFoundButStillAPage() {
        visitor.get("/listings/" + UUID.randomUUID())
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_HTML);
        visitor.get("/listings/not-an-id").expectStatus().isNotFound();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/my", "/orders/" + "018f0000-0000-7000-8000-000000000000", "/oversight/city-plan"})
    void pagesOfOnesOwnAreServedButNotIndexed(String path) {
        assertThat(page(path)).contains("noindex");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/log/nothing", "/assets/nothing.js", "/favicon.ico"})
    void whatIsNoPageIsNotAnsweredWithOne(String path) {
        visitor.get(path).expectStatus().isNotFound().expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void noScriptButOursMayRun() {
        visitor.get("/").expectHeader().valueMatches("Content-Security-Policy", ".*script-src 'self';.*");
    }

    @Test
    void aFileWithAHashInItsNameIsAskedForOnce() {
        visitor.get(SCRIPT).expectStatus().isOk().expectHeader().valueMatches("Cache-Control", ".*immutable.*");
    }

    @Test
    void aFileWithoutAHashIsAskedForAgainAndTellsWhetherItChanged() {
        var etag = visitor.get("/favicon.svg")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "no-cache")
                .expectHeader()
                // The build's files all bear the same time: it would hide a change.
                .doesNotExist("Last-Modified")
                .returnResult(Void.class)
                .getResponseHeaders()
                .getETag();

        visitor.request(HttpMethod.GET, "/favicon.svg")
                .header("If-None-Match", Objects.requireNonNull(etag, "an ETag"))
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Test
    void aScriptTravelsAsTheBuildCompressedIt() throws Exception {
        assertThat(encodingOf(SCRIPT, "gzip, deflate, br")).hasValue("br");
        assertThat(encodingOf(SCRIPT, "identity")).isEmpty();
    }

    /** With the JDK's client: it leaves an answer as it came. */
    private Optional<String> encodingOf(String path, String accepted) throws Exception {
        try (var browser = HttpClient.newHttpClient()) {
            var question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("Accept-Encoding", accepted)
                    .build();
            return browser.send(question, BodyHandlers.discarding()).headers().firstValue("Content-Encoding");
        }
    }

    private String page(String path) {
        var body = visitor.get(path)
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_HTML)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(body, "a page without a body");
    }

    private static JsonNode structuredData(String page) {
        var match = STRUCTURED_DATA.matcher(page);
        assertThat(match.find()).as("structured data").isTrue();
        return JsonMapper.shared().readTree(match.group(1));
    }
}
