package io.xunshi.platform.identity.usecase;

import io.xunshi.platform.identity.domain.Contact;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Reaches people by text message or e-mail. */
public interface Notices {

    /**
     * Sends one message; the same key sends it once.
     *
     * @param key a new id for a new message
     */
    Mono<Void> send(UUID key, Contact to, Notice notice);

    /** What is said. The words are the provider's templates, which carriers in China approve one by one. */
    sealed interface Notice {

        /** The code to type in. */
        record Code(String code, long validMinutes) implements Notice {}

        /** To somebody who asked to sign up with a contact that has an account: only its owner learns that. */
        record AccountExists() implements Notice {}

        /** To the contact that an account had until now. */
        record ContactChanged(String maskedNew) implements Notice {}

        /** What another module has to tell, in words already. */
        record News(String template, Map<String, String> parameters, String text) implements Notice {}
    }
}
