package io.xunshi.platform.identity.domain;

import io.xunshi.platform.identity.IdentityProblem;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where a person can be reached, and by what they sign in; written one way only. */
public sealed interface Contact {
    /** The written form: eleven digits, or a lower-case address. */
    String value();

    /** For screens: enough to recognise one's own, too little to reach somebody else. */
    String masked();

    /**
     * Reads what a person typed: full-width digits, blanks, dashes and +86 are forgiven.
     *
     * @throws io.xunshi.platform.kernel.ProblemException {@link IdentityProblem#BAD_CONTACT}
     */
    static Contact parse(String typed) {
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        if (Email.FORM.matcher(plain).matches()) {
            return new Email(plain.toLowerCase(Locale.ROOT));
        }
        var digits = plain.replaceAll("[\\s-]", "").replaceFirst("^(\\+86|0086)", "");
        if (Phone.FORM.matcher(digits).matches()) {
            return new Phone(digits);
        }
        throw IdentityProblem.BAD_CONTACT.raise();
    }

    /** A mobile number of mainland China (工信部 numbering plan: eleven digits from 13 to 19). */
    record Phone(String value) implements Contact {
        private static final Pattern FORM = Pattern.compile("1[3-9][0-9]{9}");

        @Override
        public String masked() {
            return value.substring(0, 3) + "****" + value.substring(7);
        }
    }

    /** An e-mail address; whether it exists only the one-time code tells. */
    record Email(String value) implements Contact {
        private static final Pattern FORM =
                Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,6}");

        @Override
        public String masked() {
            var at = value.indexOf('@');
            return value.charAt(0) + "***" + value.substring(at);
        }
    }
}
