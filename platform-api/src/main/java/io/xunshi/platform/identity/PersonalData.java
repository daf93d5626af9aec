package io.xunshi.platform.identity;

import java.util.List;

/**
 * What one module keeps about people. Every module whose tables refer to accounts publishes one; a test walks all
 * tables and names what was forgotten. Asked for by the privacy centre, which knows no module by name.
 */
public interface PersonalData {

    List<PersonalRecord> records();

    /** What must be over before an account can be erased. */
    default List<Hindrance> hindrances() {
        return List.of();
    }

    /** Selects of ids of the person's photos that stay, because something that stays shows them. */
    default List<String> photosThatStay() {
        return List.of();
    }

    /** What the person agreed to and may take back. */
    default List<PersonalConsent> consents() {
        return List.of();
    }

    /**
     * Something unfinished that an erasure waits for.
     *
     * @param code the key of its texts in the bundle <code>privacy</code>
     * @param counted the select of how many there are, one number
     */
    record Hindrance(String code, String counted) {}

    /**
     * A consent.
     *
     * @param code the key of its texts in the bundle <code>privacy</code>
     * @param given the select of whether it is given, one boolean
     * @param withdrawn what is done when it is taken back, in this order
     * @param renewed what is done when it is given again; empty where that takes more than saying so
     */
    record PersonalConsent(String code, String given, List<String> withdrawn, List<String> renewed) {
        public PersonalConsent {
            withdrawn = List.copyOf(withdrawn);
            renewed = List.copyOf(renewed);
        }
    }
}
