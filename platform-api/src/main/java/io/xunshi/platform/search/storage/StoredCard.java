package io.xunshi.platform.search.storage;

import io.xunshi.platform.listing.Place;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A card as the index keeps it: its JSON, uncut, and the two things in it that a search looks at.
 *
 * @param json an object that begins and ends with braces
 */
@JsonDeserialize(using = StoredCard.Reader.class)
record StoredCard(String json, String title, Place location) {

    /** Cuts the card out of the answer's bytes, which the caller hands over under the name of this class. */
    static final class Reader extends ValueDeserializer<StoredCard> {

        @Override
        public StoredCard deserialize(JsonParser answer, DeserializationContext context) {
            var bytes = (byte[]) Objects.requireNonNull(context.getAttribute(StoredCard.class));
            var begin = (int) answer.currentTokenLocation().getByteOffset();
            var title = "";
            var location = new Place(0, 0);
            while (answer.nextToken() != JsonToken.END_OBJECT) {
                var name = answer.currentName();
                answer.nextToken();
                switch (name) {
                    case "title" -> title = answer.getString();
                    case "location" -> location = context.readValue(answer, Place.class);
                    default -> answer.skipChildren();
                }
            }
            var end = (int) answer.currentLocation().getByteOffset();
            return new StoredCard(new String(bytes, begin, end - begin, StandardCharsets.UTF_8), title, location);
        }
    }
}
