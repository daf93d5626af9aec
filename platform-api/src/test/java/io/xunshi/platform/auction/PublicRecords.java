package io.xunshi.platform.auction;

import io.xunshi.platform.auction.domain.Bid;
import io.xunshi.platform.auction.domain.EnglishTerms;
import io.xunshi.platform.auction.domain.Ladder;
import io.xunshi.platform.auction.domain.Ladder.Rung;
import io.xunshi.platform.auction.domain.LateBids;
import io.xunshi.platform.auction.domain.LotQuantity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The public record of an auction as somebody reads it who has nothing but its JSON. */
record PublicRecords(EnglishTerms terms, Instant endsAt, List<Bid> bids) {

    static PublicRecords read(JsonNode json) {
        var auction = json.at("/auction");
        return new PublicRecords(
                new EnglishTerms(
                        new LotQuantity(
                                auction.at("/amount").asLong(),
                                auction.at("/perPriceUnit").asLong()),
                        auction.at("/startFen").asLong(),
                        auction.at("/english/tickFen").asLong(),
                        new Ladder(
                                stream(auction.at("/english/ladder/rungs"))
                                        .map(rung -> new Rung(
                                                rung.at("/belowFen").asLong(),
                                                rung.at("/stepFen").asLong()))
                                        .toList(),
                                auction.at("/english/ladder/topStepFen").asLong()),
                        new LateBids(
                                Duration.ofSeconds(
                                        auction.at("/english/windowSeconds").asLong()),
                                auction.at("/english/extensionsMax").isNumber()
                                        ? auction.at("/english/extensionsMax").asInt()
                                        : null),
                        auction.at("/english/fatFingerFactor").asInt()),
                Instant.parse(auction.at("/plannedEnd").asString()),
                stream(json.at("/bids")).map(PublicRecords::bid).toList());
    }

    private static Bid bid(JsonNode json) {
        return new Bid(
                json.at("/sequence").asInt(),
                json.at("/paddle").asInt(),
                Bid.Kind.valueOf(json.at("/kind").asString()),
                json.at("/amountFen").asLong(),
                json.at("/ceilingFen").asLong(),
                json.at("/ownStepFen").isNumber() ? json.at("/ownStepFen").asLong() : null,
                Instant.parse(json.at("/at").asString()),
                json.at("/priceFen").asLong(),
                json.at("/leader").asInt(),
                Instant.parse(json.at("/endsAt").asString()));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
