package io.xunshi.sample;

import io.xunshi.platform.corner.domain.BookCorner.Profile;
import io.xunshi.platform.corner.domain.Card;
import io.xunshi.platform.corner.domain.Condition;
import io.xunshi.platform.corner.domain.Isbn;
import io.xunshi.platform.corner.domain.SchoolClass;
import io.xunshi.platform.corner.domain.Term.Half;
import io.xunshi.platform.corner.usecase.EnterTitle;
import io.xunshi.platform.corner.usecase.KeepCorner;
import io.xunshi.platform.corner.usecase.KeepReaders;
import io.xunshi.platform.corner.usecase.NewScan;
import io.xunshi.platform.corner.usecase.NewScan.Kind;
import io.xunshi.platform.corner.usecase.RunCorners;
import io.xunshi.platform.corner.usecase.ScanBook;
import io.xunshi.platform.corner.usecase.TellSwaps;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.Accounts;
import io.xunshi.platform.kernel.CityTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A school's book corner with some hundred titles, three classes and a first lunch break. The books are real ones;
 * their numbers are not: they are of the group 979-9, which no agency has been given, so that no sample is taken for a
 * book's own.
 */
class Corners {
    private static final int AT_ONCE = 12;
    private static final int CARDS_OF_CLASS = 9;
    private static final int COPIES_OF_EACH_THIRD = 3;
    private static final int DAYS_OF_TERM = 200;

    private final RunCorners runCorners;
    private final KeepCorner keepCorner;
    private final KeepReaders keepReaders;
    private final EnterTitle enterTitle;
    private final ScanBook scanBook;
    private final TellSwaps tellSwaps;
    private final Accounts accounts;
    private final MovingClock clock;

    Corners(
            RunCorners runCorners,
            KeepCorner keepCorner,
            KeepReaders keepReaders,
            EnterTitle enterTitle,
            ScanBook scanBook,
            TellSwaps tellSwaps,
            Accounts accounts,
            MovingClock clock) {
        this.runCorners = runCorners;
        this.keepCorner = keepCorner;
        this.keepReaders = keepReaders;
        this.enterTitle = enterTitle;
        this.scanBook = scanBook;
        this.tellSwaps = tellSwaps;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Opens the corner, and lets every reader bring one book and take another or borrow it. */
    Mono<Void> open() {
        return id(People.ADMINISTRATOR)
                .flatMap(officer -> runCorners.open(officer, People.SCHOOL, new Profile("育才小学", "教学楼二层走廊", "ZZ-JS")))
                .then(id(People.SCHOOL))
                .flatMap(librarian -> openTerm(librarian)
                        .thenMany(Flux.fromIterable(Book.all()))
                        .flatMap(book -> shelve(librarian, book), AT_ONCE)
                        .then(readers(librarian))
                        .flatMapMany(Flux::fromIterable)
                        .index((number, card) -> lunch(librarian, card, Math.toIntExact(number)))
                        .flatMap(lunch -> lunch, AT_ONCE)
                        .then());
    }

    /** Has what was swapped sealed. */
    Mono<Void> seal() {
        return tellSwaps.tellDue();
    }

    private Mono<Void> openTerm(AccountId librarian) {
        var today = today();
        var isAutumn = today.getMonth().compareTo(Month.AUGUST) >= 0 || today.getMonth() == Month.JANUARY;
        var schoolYear = today.getMonth().compareTo(Month.AUGUST) >= 0 ? today.getYear() : today.getYear() - 1;
        return keepCorner
                .openTerm(
                        librarian,
                        schoolYear,
                        isAutumn ? Half.AUTUMN : Half.SPRING,
                        today,
                        today.plusDays(DAYS_OF_TERM))
                .then();
    }

    private Mono<Void> shelve(AccountId librarian, Book book) {
        return enterTitle
                .enter(librarian, book.isbn(), book.title(), book.authors())
                .thenMany(Flux.range(0, book.number() % COPIES_OF_EACH_THIRD == 0 ? 2 : 1))
                .concatMap(copy -> scan(librarian, Kind.GIVE, null, book))
                .then();
    }

    private Mono<List<Card>> readers(AccountId librarian) {
        return Flux.just(1, 2, 3)
                .concatMap(number -> keepCorner.addClass(librarian, today().getYear() - 3, number))
                .map(SchoolClass::id)
                .concatMap(id -> keepReaders.issue(librarian, id, CARDS_OF_CLASS))
                .concatMap(cards -> consented(librarian, cards))
                .collectList();
    }

    /** One form of each class is not back yet. */
    private Flux<Card> consented(AccountId librarian, List<Card> cards) {
        var signed = cards.subList(1, cards.size());
        return keepReaders
                .recordConsents(librarian, signed.stream().map(Card::code).toList(), today())
                .thenMany(Flux.fromIterable(signed));
    }

    private Mono<Void> lunch(AccountId librarian, Card card, int number) {
        var brought = Book.all().get(number);
        var wanted = Book.all().get(number + CARDS_OF_CLASS * 3);
        return scan(librarian, Kind.GIVE, card.code(), brought)
                .then(scan(librarian, number % 4 == 0 ? Kind.BORROW : Kind.TAKE, card.code(), wanted))
                .then();
    }

    private Mono<Void> scan(AccountId librarian, Kind kind, @Nullable String card, Book book) {
        return scanBook.scan(librarian, new NewScan(UUID.randomUUID(), kind, card, book.isbn(), Condition.GOOD))
                .then();
    }

    private Mono<AccountId> id(String contact) {
        return accounts.findByContact(contact).map(AccountView::id);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
    }

    /** @param number its place in the list, which its ISBN is made of */
    private record Book(int number, String title, String authors) {
        private static final String UNGIVEN_GROUP = "9799";
        private static final List<Book> ALL = read();

        static List<Book> all() {
            return ALL;
        }

        String isbn() {
            return Isbn.ofFirstTwelve(UNGIVEN_GROUP + "%08d".formatted(number)).digits();
        }

        private static List<Book> read() {
            try (var file = Objects.requireNonNull(Corners.class.getResourceAsStream("/books.csv"))) {
                var lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .skip(1)
                        .map(line -> line.split(";", 2))
                        .toList();
                return IntStream.range(0, lines.size())
                        .mapToObj(n -> new Book(n, lines.get(n)[0], lines.get(n)[1]))
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
