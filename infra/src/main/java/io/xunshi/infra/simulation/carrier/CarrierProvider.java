package io.xunshi.infra.simulation.carrier;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathTemplate;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import io.xunshi.infra.simulation.http.Answers;
import io.xunshi.infra.simulation.http.CommandRefused;
import io.xunshi.infra.simulation.http.Commands;
import io.xunshi.infra.simulation.http.Endpoint;
import io.xunshi.infra.simulation.http.Endpoints;
import io.xunshi.infra.simulation.http.Form;
import io.xunshi.infra.simulation.http.Language;
import io.xunshi.infra.simulation.http.Pages;
import io.xunshi.infra.simulation.http.Provider;
import io.xunshi.infra.simulation.http.RequestParameters;
import io.xunshi.infra.simulation.http.WebhookSignature;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The simulated carrier: books parcels for whoever shows its key, tells where they are, and lets a tester move them
 * along on a page.
 */
public final class CarrierProvider implements AutoCloseable {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int SHOWN_MAX = 50;
    private static final int WEIGHT_GRAMS_MAX = 30_000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    /** The tester's word for what is no status. */
    private static final String DAMAGED = "DAMAGED";

    private final Provider provider = new Provider("carrier");
    private final Clock clock = Clock.systemUTC();
    private final String key;
    private final ParcelBook book;
    private final CarrierNews news;

    /** A carrier that still has the parcels of the one before it in the folder. */
    public CarrierProvider(Path folder, String key, String webhookSecret) {
        this.key = key;
        book = new ParcelBook(folder, clock);
        news = new CarrierNews(provider, new WebhookSignature(webhookSecret), clock);
        book.onChange(news::tell);
    }

    private record Party(String name, String phone, String province, String city, String street) {}

    private record Booking(String reference, int weightGrams, Party sender, Party receiver) {}

    private record Move(String status, String place) {}

    /** What commands change of it. */
    public Provider provider() {
        return provider;
    }

    public void sendWebhooksTo(URI platform) {
        news.setTarget(platform);
    }

    public void addTo(Endpoints endpoints, Pages pages) {
        endpoints.add(post(urlPathEqualTo("/carrier/parcels")), api(this::book));
        endpoints.add(get(urlPathTemplate("/carrier/parcels/{reference}")), api(this::find));
        endpoints.add(post(urlPathTemplate("/carrier/parcels/{reference}/cancellation")), api(this::cancel));
        endpoints.add(get(urlPathEqualTo("/carrier")), request -> page(pages, request));
        endpoints.add(post(urlPathEqualTo("/carrier")), Commands.guarded(this::choose));
        endpoints.add(get(urlPathEqualTo("/simulation/parcels")), Commands.endpoint(_ -> book.latestFirst()));
        endpoints.add(
                post(urlPathTemplate("/simulation/parcels/{reference}/moves")),
                Commands.endpoint(request -> move(reference(request), Commands.body(request, Move.class))));
    }

    @Override
    public void close() {
        news.close();
        book.close();
    }

    private Endpoint api(Endpoint endpoint) {
        Endpoint guarded = Commands.guarded(endpoint);
        return provider.endpoint(request -> ("Bearer " + key).equals(request.getHeader("Authorization"))
                ? guarded.answer(request)
                : Answers.json(UNAUTHORIZED, Map.of("error", "Who are you?")));
    }

    private ResponseDefinitionBuilder book(Request request) {
        Booking booking = Commands.body(request, Booking.class);
        if (request.getHeader("Idempotency-Key") == null) {
            throw new CommandRefused("A booking needs an Idempotency-Key");
        }
        if (booking.weightGrams() < 1 || booking.weightGrams() > WEIGHT_GRAMS_MAX) {
            throw new CommandRefused("A parcel weighs from 1 to " + WEIGHT_GRAMS_MAX + " grams");
        }
        return Answers.json(CREATED, book.findOrAdd(booking.reference(), () -> parcel(booking)));
    }

    private Parcel parcel(Booking booking) {
        String from = booking.sender().city();
        return new Parcel(
                booking.reference(),
                Waybills.numberOf(booking.reference()),
                Waybills.sortingCodeOf(booking.receiver().province()),
                from,
                booking.receiver().city(),
                booking.weightGrams(),
                ParcelStatus.BOOKED,
                false,
                List.of(new Parcel.Event(clock.instant(), ParcelStatus.BOOKED.name(), from)));
    }

    private ResponseDefinitionBuilder find(Request request) {
        return answer(book.find(reference(request)));
    }

    private ResponseDefinitionBuilder cancel(Request request) {
        return answer(book.cancel(reference(request)));
    }

    private static ResponseDefinitionBuilder answer(Optional<Parcel> parcel) {
        return parcel.map(known -> Answers.json(OK, known))
                .orElseGet(() -> Answers.json(NOT_FOUND, Map.of("error", "There is no such parcel")));
    }

    private ResponseDefinitionBuilder choose(Request request) {
        Form form = Form.of(request);
        move(form.find("reference").orElse(""), new Move(form.find("status").orElse(""), ""));
        return Answers.seeOther(URI.create("/carrier"));
    }

    private Parcel move(String reference, Move move) {
        String place = move.place().isBlank() ? placeOf(reference, move.status()) : move.place();
        return move.status().equals(DAMAGED)
                ? book.damage(reference, place)
                : book.move(reference, status(move.status()), place);
    }

    private String placeOf(String reference, String status) {
        return book.find(reference)
                .map(parcel -> status.equals(ParcelStatus.PICKED_UP.name()) ? parcel.from() : parcel.to())
                .orElse("");
    }

    private static ParcelStatus status(String written) {
        try {
            return ParcelStatus.valueOf(written);
        } catch (IllegalArgumentException _) {
            throw new CommandRefused("There is no status " + written);
        }
    }

    private static String reference(Request request) {
        return RequestParameters.path(request, "reference");
    }

    private ResponseDefinitionBuilder page(Pages pages, Request request) {
        Language language = Language.of(request);
        List<Map<String, ?>> shown = book.latestFirst().stream()
                .limit(SHOWN_MAX)
                .<Map<String, ?>>map(parcel -> view(parcel, language))
                .toList();
        return pages.page("carrier", language, Map.of("parcels", shown, "isEmpty", shown.isEmpty()));
    }

    private static Map<String, ?> view(Parcel parcel, Language language) {
        return Map.of(
                "reference", parcel.reference(),
                "waybill", parcel.waybill(),
                "route", parcel.from() + " → " + parcel.to(),
                "status", language.text("carrier." + parcel.status()),
                "events",
                        parcel.events().reversed().stream()
                                .map(event -> Map.of(
                                        "time", TIME.format(event.at()),
                                        "text", language.text("carrier." + event.kind()),
                                        "place", event.place()))
                                .toList(),
                "moves", movesOf(parcel, language));
    }

    private static List<Map<String, String>> movesOf(Parcel parcel, Language language) {
        var moves = parcel.status().next().stream().sorted().map(Enum::name);
        var all = parcel.status().isUnderWay() ? Stream.concat(moves, Stream.of(DAMAGED)) : moves;
        return all.map(status -> Map.of("status", status, "text", language.text("carrier." + status)))
                .toList();
    }
}
