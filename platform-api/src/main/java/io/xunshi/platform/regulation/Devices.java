package io.xunshi.platform.regulation;

import io.xunshi.platform.identity.AccountId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What must be known of things that hold data. Who asks says whose the thing is and has checked it. Numbers are stored
 * encrypted and leave this module masked.
 */
public interface Devices {
    /** Whether something must be known of each of such goods by its number, of a phone or a car; from memory. */
    boolean areIn(String categoryCode);

    /** Whether such goods hold data, so that how they were wiped must be known too; from memory. */
    boolean holdDataIn(String categoryCode);

    /** Nothing entered is an answer as well. */
    Mono<Device> find(UUID itemId);

    /**
     * Checks what was typed and compares it with the list of stolen devices, outside of any transaction. Raises field
     * faults; a list that does not answer is remembered and refuses nothing.
     */
    Mono<List<CheckedNumber>> check(List<DeviceNumber> typed);

    /**
     * The same for a thing that has one number.
     *
     * @param field what a fault is told of
     */
    Mono<CheckedNumber> check(DeviceNumber typed, String field);

    /** In the caller's transaction; in place of those entered before. Other numbers end the wipe record. */
    Mono<Void> enter(UUID itemId, AccountId owner, List<CheckedNumber> numbers);

    /** In the caller's transaction; in place of a record that was not verified. Raises field faults. */
    Mono<Void> declareWiped(UUID itemId, AccountId owner, WipeDeclaration declaration);

    /**
     * In the caller's transaction: says that the device is offered from now on. Of several people who offer the same
     * number at the same moment the first has it, and the rules know of the others.
     */
    Mono<Void> offer(UUID itemId, AccountId owner);

    /** In the caller's transaction. */
    Mono<Void> takeBack(UUID itemId);

    /** In the caller's transaction; for a draft that is deleted. */
    Mono<Void> forget(UUID itemId);

    /**
     * The items under which one of the same numbers was entered too, by whomever, the item itself left out. For facts
     * about the thing; who offers or offered it is nobody's business.
     */
    Flux<UUID> twinsOf(UUID itemId);

    /** Raises {@link RegulationProblem#REFUSED} where today's rules do not let such a device change hands. */
    Mono<Void> checkHandover(UUID itemId, AccountId owner, String categoryCode);

    /** @param wipeRecord null where none was declared */
    record Device(List<Numbered> numbers, @Nullable WipeRecord wipeRecord) {
        public Device {
            numbers = List.copyOf(numbers);
        }
    }

    /**
     * A number as it may be shown.
     *
     * @param vin what may be told of a vehicle identification number; null for other numbers
     */
    record Numbered(
            DeviceNumber.Kind kind, String masked, @Nullable VinMarks vin) {}

    /** A well-formed number and what the list of stolen devices says about it. */
    record CheckedNumber(DeviceNumber number, StolenCheck stolenCheck) {}

    /** The list's answer. */
    enum StolenCheck {
        CLEAR,
        REPORTED,
        /** It did not answer in time. */
        UNANSWERED
    }
}
