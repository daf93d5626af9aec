package io.xunshi.platform.payment;

import io.xunshi.platform.identity.AccountId;
import java.util.UUID;

/** Whose balance it is: a person's, by their account, or an organisation's, by its own id. */
public record Payee(UUID value) {

    public static Payee of(AccountId person) {
        return new Payee(person.value());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
