package io.xunshi.platform.privacy.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.privacy.domain.Archive;
import io.xunshi.platform.privacy.usecase.MakeArchives;
import io.xunshi.platform.privacy.usecase.PersonalTexts;
import io.xunshi.platform.privacy.usecase.ReadPersonalData;
import io.xunshi.platform.privacy.usecase.ReadPersonalData.Consent;
import io.xunshi.platform.privacy.usecase.ReadPersonalData.TopicCount;
import io.xunshi.platform.privacy.usecase.RequestErasure;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What is kept about the reader, and what they agreed to. Words are in the reader's language. */
@RestController
@RequestMapping("/api/v1/my/privacy")
class PrivacyController {
    private final ReadPersonalData readPersonalData;
    private final RequestErasure requestErasure;
    private final MakeArchives makeArchives;
    private final PersonalTexts texts;

    PrivacyController(
            ReadPersonalData readPersonalData,
            RequestErasure requestErasure,
            MakeArchives makeArchives,
            PersonalTexts texts) {
        this.readPersonalData = readPersonalData;
        this.requestErasure = requestErasure;
        this.makeArchives = makeArchives;
        this.texts = texts;
    }

    /** All of it, except what each topic holds. */
    @GetMapping
    @Access(Caller.SIGNED_IN)
    Mono<PrivacyResponse> read(@AuthenticationPrincipal SignedIn who, Locale reader) {
        return readPersonalData
                .count(who.id())
                .map(topic -> topic(topic, reader))
                .collectList()
                .flatMap(topics -> readPersonalData
                        .consents(who.id())
                        .map(consent -> consent(consent, reader))
                        .collectList()
                        .map(consents -> new PrivacyResponse(topics, consents, null, null)))
                .flatMap(response -> withErasure(response, who.id(), reader))
                .flatMap(response -> makeArchives
                        .latest(who.id())
                        .map(archive -> response.with(archive(archive)))
                        .defaultIfEmpty(response));
    }

    /** At most two hundred rows of each kind; names and numbers that are kept encrypted are in the archive only. */
    @GetMapping("/topics/{topic}")
    @Access(Caller.SIGNED_IN)
    Mono<TopicRowsResponse> topic(@AuthenticationPrincipal SignedIn who, @PathVariable String topic, Locale reader) {
        return readPersonalData
                .rows(who.id(), topic)
                .map(row -> RowResponse.of(row, texts, reader))
                .collectList()
                .map(rows -> new TopicRowsResponse(topic, rows));
    }

    @DeleteMapping("/consents/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.SIGNED_IN)
    Mono<Void> withdraw(@AuthenticationPrincipal SignedIn who, @PathVariable String code) {
        return readPersonalData.withdraw(who.id(), code);
    }

    @PutMapping("/consents/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.SIGNED_IN)
    Mono<Void> renew(@AuthenticationPrincipal SignedIn who, @PathVariable String code) {
        return readPersonalData.renew(who.id(), code);
    }

    private Mono<PrivacyResponse> withErasure(PrivacyResponse response, AccountId person, Locale reader) {
        return requestErasure
                .find(person)
                .flatMap(erasure -> readPersonalData
                        .hindrances(person)
                        .map(hindrance -> HindranceResponse.of(hindrance, texts, reader))
                        .collectList()
                        .map(hindrances -> response.with(ErasureResponse.of(erasure, hindrances))))
                .defaultIfEmpty(response);
    }

    private PrivacyResponse.TopicResponse topic(TopicCount topic, Locale reader) {
        return new PrivacyResponse.TopicResponse(
                topic.key(),
                texts.title(topic.key(), reader),
                texts.purpose(topic.key(), reader),
                texts.text("ground." + topic.ground(), reader),
                topic.isErased(),
                topic.keptBecause().stream()
                        .map(reason -> texts.text("kept." + reason, reader))
                        .toList(),
                topic.count());
    }

    private PrivacyResponse.ConsentResponse consent(Consent consent, Locale reader) {
        return new PrivacyResponse.ConsentResponse(
                consent.code(),
                texts.text("consent." + consent.code() + ".title", reader),
                texts.text("consent." + consent.code() + ".text", reader),
                consent.isGiven(),
                consent.isRenewable());
    }

    private ArchiveResponse archive(Archive archive) {
        return ArchiveResponse.of(archive, makeArchives.endOf(archive));
    }

    record TopicRowsResponse(String key, List<RowResponse> rows) {}

    record RowResponse(List<CellResponse> cells) {
        static RowResponse of(Map<String, Object> row, PersonalTexts texts, Locale reader) {
            return new RowResponse(row.entrySet().stream()
                    .map(cell -> new CellResponse(
                            cell.getKey(), texts.column(cell.getKey(), reader), String.valueOf(cell.getValue())))
                    .toList());
        }
    }

    /** @param value as it is kept: times in UTC, money in fen */
    record CellResponse(String key, String label, String value) {}
}
