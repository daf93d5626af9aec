package io.xunshi.platform.messaging.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.PersonalText;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.messaging.domain.CardKind;
import io.xunshi.platform.messaging.domain.Caution;
import io.xunshi.platform.messaging.domain.Conversation;
import io.xunshi.platform.messaging.domain.ConversationId;
import io.xunshi.platform.messaging.domain.Message;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the tables hold; the words of people are opened here and nowhere else. */
@Component
class MessageRows {
    static final String CONVERSATION = """
            conversation.id, conversation.listing_id, conversation.listing_title, conversation.buyer, conversation.seller,
            conversation.last_sequence, conversation.opened_at""";

    static final String MESSAGE = """
            message.sequence, message.sender, message.text_cipher, message.photo_ids, message.cautions, message.card,
            message.parameters, message.at""";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> PARAMETERS = new TypeReference<>() {};

    private final PersonalText personalText;

    MessageRows(PersonalText personalText) {
        this.personalText = personalText;
    }

    static Conversation conversation(Readable row) {
        return new Conversation(
                new ConversationId(required(row, "id", UUID.class)),
                new ListingId(required(row, "listing_id", UUID.class)),
                required(row, "listing_title", String.class),
                new AccountId(required(row, "buyer", UUID.class)),
                new AccountId(required(row, "seller", UUID.class)),
                required(row, "last_sequence", Long.class),
                required(row, "opened_at", Instant.class));
    }

    Message message(Readable row) {
        var sender = row.get("sender", UUID.class);
        return sender == null ? card(row) : said(row, new AccountId(sender));
    }

    byte[] sealed(String text) {
        return personalText.encrypt(text);
    }

    static Json json(Map<String, String> parameters) {
        return Json.of(JSON.writeValueAsString(parameters));
    }

    static Map<String, String> parameters(Readable row, String column) {
        return JSON.readValue(required(row, column, String.class), PARAMETERS);
    }

    private static Message.Card card(Readable row) {
        return new Message.Card(
                required(row, "sequence", Long.class),
                required(row, "at", Instant.class),
                CardKind.valueOf(required(row, "card", String.class)),
                parameters(row, "parameters"));
    }

    private Message.Said said(Readable row, AccountId sender) {
        var cipher = row.get("text_cipher", byte[].class);
        return new Message.Said(
                required(row, "sequence", Long.class),
                required(row, "at", Instant.class),
                sender,
                cipher == null ? "" : personalText.decrypt(cipher),
                Stream.of(required(row, "photo_ids", UUID[].class))
                        .map(PhotoId::new)
                        .toList(),
                Stream.of(required(row, "cautions", String[].class))
                        .map(Caution::valueOf)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
