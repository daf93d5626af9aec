package io.xunshi.platform.regulation;

import io.xunshi.platform.identity.AccountId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What must be known of things that hold data. Who asks says whose the thing is and has checked it. Numbers are stored
 * encrypted and leave this module masked.
 */
public interface Devices {
    /** Whether such goods hold data; from memory. */
    boolean areIn(String categoryCode);

    /** Nothing entered is an answer as well. */
    Mono<Device> find(UUID itemId);

    /**
     * Checks what was typed and compares it with the list of stolen devices, outside of any transaction. Raises field
     * faults; a list that does not answer is remembered and refuses nothing.
     */
    Mono<List<CheckedNumber>> check(List<DeviceNumber> typed);

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

    /** Raises {@link RegulationProblem#REFUSED} where today's rules do not let such a device change hands. */
    Mono<Void> checkHandover(UUID itemId, AccountId owner, String categoryCode);

    /** @param wipeRecord null where none was declared */
    record Device(List<Numbered> numbers, @Nullable WipeRecord wipeRecord) {
        public Device {
            numbers = List.copyOf(numbers);
        }
    }

    /** A number as it may be shown. */
    record Numbered(DeviceNumber.Kind kind, String masked) {}

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
