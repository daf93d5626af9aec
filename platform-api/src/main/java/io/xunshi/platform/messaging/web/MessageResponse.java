package io.xunshi.platform.messaging.web;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.media.PhotoResponse;
import io.xunshi.platform.media.PhotoView;
import io.xunshi.platform.messaging.domain.CardKind;
import io.xunshi.platform.messaging.domain.Caution;
import io.xunshi.platform.messaging.domain.Message;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of a conversation: what somebody said, or a card.
 *
 * @param mine whether the reader said it
 * @param text empty for photos alone and for cards
 * @param photoCount there are as many also where the photos themselves are left out, in lists
 * @param cautions what the receiver should beware of
 * @param card null for what somebody said
 */
record MessageResponse(
        long sequence,
        Instant at,
        boolean mine,
        String text,
        int photoCount,
        List<PhotoResponse> photos,
        List<Caution> cautions,
        @Nullable CardKind card,
        Map<String, String> parameters) {
    static MessageResponse of(Message message, AccountId reader, Map<PhotoId, PhotoView> pictures) {
        return switch (message) {
            case Message.Said said ->
                new MessageResponse(
                        said.sequence(),
                        said.at(),
                        said.sender().equals(reader),
                        said.text(),
                        said.photos().size(),
                        said.photos().stream()
                                .map(pictures::get)
                                .filter(Objects::nonNull)
                                .map(PhotoResponse::of)
                                .toList(),
                        said.cautions().stream().sorted().toList(),
                        null,
                        Map.of());
            case Message.Card card ->
                new MessageResponse(
                        card.sequence(), card.at(), false, "", 0, List.of(), List.of(), card.kind(), card.parameters());
        };
    }
}
