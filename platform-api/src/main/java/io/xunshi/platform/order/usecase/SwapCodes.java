package io.xunshi.platform.order.usecase;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** Draws the six digits that somebody shows when a thing is put into their hands. */
@Component
class SwapCodes {
    private static final int CODES = 1_000_000;

    private final SecureRandom random = new SecureRandom();

    String draw() {
        return "%06d".formatted(random.nextInt(CODES));
    }
}
