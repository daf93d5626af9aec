package io.xunshi.platform.regulation.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.PersonalText;
import io.xunshi.platform.regulation.DeviceNumber;
import io.xunshi.platform.regulation.Devices.CheckedNumber;
import io.xunshi.platform.regulation.domain.DeviceFacts;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Numbers of devices: encrypted, with a keyed hash beside them by which the same number is recognised. */
@Repository
public class DeviceRepository {
    private final DatabaseClient database;
    private final PersonalText personalText;

    DeviceRepository(DatabaseClient database, PersonalText personalText) {
        this.database = database;
        this.personalText = personalText;
    }

    public Flux<DeviceNumber> numbersOf(UUID itemId) {
        return database.sql(
                        "select kind, number_cipher from regulation.device_number where item_id = :item order by kind, place")
                .bind("item", itemId)
                .map(this::number)
                .all();
    }

    /** The keyed hashes of its numbers. */
    public Flux<byte[]> indexesOf(UUID itemId) {
        return database.sql("select number_index from regulation.device_number where item_id = :item")
                .bind("item", itemId)
                .map((row, metadata) -> required(row, "number_index", byte[].class))
                .all();
    }

    /** Whether exactly these numbers are there already. */
    public Mono<Boolean> isEntered(UUID itemId, List<CheckedNumber> numbers) {
        var wanted = numbers.stream()
                .map(this::indexOf)
                .map(HexFormat.of()::formatHex)
                .collect(Collectors.toSet());
        return indexesOf(itemId)
                .map(HexFormat.of()::formatHex)
                .collect(Collectors.toSet())
                .map(wanted::equals);
    }

    public Mono<Void> replace(UUID itemId, AccountId owner, List<CheckedNumber> numbers, Instant now) {
        return database.sql("delete from regulation.device_number where item_id = :item")
                .bind("item", itemId)
                .then()
                .thenMany(Flux.range(0, numbers.size()))
                .concatMap(place -> add(itemId, owner, numbers.get(place), place, now))
                .then();
    }

    /** Items with one of the same numbers, the item itself left out. */
    public Flux<UUID> twinsOf(UUID itemId) {
        return database.sql("""
                        select distinct other.item_id
                        from regulation.device_number mine
                        join regulation.device_number other on other.number_index = mine.number_index
                        where mine.item_id = :item and other.item_id <> :item
                        """)
                .bind("item", itemId)
                .map(row -> required(row, "item_id", UUID.class))
                .all();
    }

    /**
     * Takes each number for the item unless somebody else has it, and a vehicle's unless another listing has it: of a
     * car there is one, while a phone's owner may have left an old listing standing. Whoever comes at the same moment
     * waits here for the first to commit. One statement each in the order of the hashes, so that two never wait for
     * each other.
     */
    public Mono<Void> offer(UUID itemId, AccountId owner, Instant now) {
        return indexesOf(itemId)
                .collectList()
                .flatMapMany(indexes -> Flux.fromIterable(
                        indexes.stream().sorted(Arrays::compareUnsigned).toList()))
                .concatMap(index -> database.sql("""
                                insert into regulation.number_on_offer (number_index, item_id, owner, offered_at)
                                values (:index, :item, :owner, :now)
                                on conflict (number_index) do update
                                set item_id = excluded.item_id, offered_at = excluded.offered_at
                                where number_on_offer.owner = excluded.owner
                                  and not exists (select from regulation.device_number
                                                  where device_number.item_id = excluded.item_id
                                                    and device_number.kind in ('VIN', 'VEHICLE_SERIAL'))
                                """)
                        .bind("index", index)
                        .bind("item", itemId)
                        .bind("owner", owner.value())
                        .bind("now", now)
                        .then())
                .then();
    }

    public Mono<Void> takeBack(UUID itemId) {
        return database.sql("delete from regulation.number_on_offer where item_id = :item")
                .bind("item", itemId)
                .then();
    }

    public Mono<Void> forget(UUID itemId) {
        return database.sql("delete from regulation.device_number where item_id = :item")
                .bind("item", itemId)
                .then();
    }

    /** What the rules look at. */
    public Mono<DeviceFacts> factsOf(UUID itemId, AccountId owner) {
        return database.sql("""
                        select exists (select from regulation.wipe_record
                                       where item_id = :item and superseded_at is null and result = 'PASSED') as wiped,
                               coalesce(bool_or(stolen_check = 'REPORTED'), false) as stolen,
                               coalesce(bool_or(stolen_check = 'UNANSWERED'), false) as unchecked,
                               coalesce(bool_or(exists (select from regulation.number_on_offer
                                                        where number_on_offer.number_index = device_number.number_index
                                                          and number_on_offer.owner <> :owner)), false) as elsewhere,
                               coalesce(bool_or(exists (select from regulation.number_on_offer
                                                        where number_on_offer.number_index = device_number.number_index
                                                          and number_on_offer.owner = :owner
                                                          and number_on_offer.item_id <> :item)), false) as twice
                        from regulation.device_number
                        where item_id = :item
                        """)
                .bind("item", itemId)
                .bind("owner", owner.value())
                .map(row -> new DeviceFacts(
                        required(row, "wiped", Boolean.class),
                        required(row, "stolen", Boolean.class),
                        required(row, "unchecked", Boolean.class),
                        required(row, "elsewhere", Boolean.class),
                        required(row, "twice", Boolean.class)))
                .one();
    }

    private Mono<Void> add(UUID itemId, AccountId owner, CheckedNumber checked, int place, Instant now) {
        return database.sql("""
                        insert into regulation.device_number
                            (item_id, place, owner, kind, number_index, number_cipher, stolen_check, entered_at)
                        values (:item, :place, :owner, :kind, :index, :cipher, :check, :now)
                        """)
                .bind("item", itemId)
                .bind("place", place)
                .bind("owner", owner.value())
                .bind("kind", checked.number().kind().name())
                .bind("index", indexOf(checked))
                .bind("cipher", personalText.encrypt(checked.number().number()))
                .bind("check", checked.stolenCheck().name())
                .bind("now", now)
                .then();
    }

    private byte[] indexOf(CheckedNumber checked) {
        var number = checked.number();
        return personalText.blindIndex("device %s %s".formatted(number.kind(), number.number()));
    }

    private DeviceNumber number(Readable row) {
        return new DeviceNumber(
                DeviceNumber.Kind.valueOf(required(row, "kind", String.class)),
                personalText.decrypt(required(row, "number_cipher", byte[].class)));
    }
}
