package io.xunshi.platform.identity;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One table in which a module keeps something about people: which columns refer to an account, what for, and what
 * becomes of it. The statements are the module's own; whoever runs them binds <code>:account</code> and, where they
 * stand, <code>:at</code> (the time of the erasure), <code>:photos</code> (the photos that stay) and <code>:erasedWords
 * </code> (what stands in the place of encrypted words).
 *
 * @param table with its schema
 * @param accountColumns all columns that refer to an account, also those of staff
 * @param topic what a person reads about it: the key of texts in the bundle <code>privacy</code>
 * @param shown the select of the person's own data, its columns named for readers; one that ends in <code>_cipher
 *     </code> is decrypted; null where the table holds nothing more than references
 * @param erasures what is done at an erasure, in this order; empty where all of it stays
 * @param keptBecause why something of it stays; null where nothing does
 */
public record PersonalRecord(
        String table,
        Set<String> accountColumns,
        String topic,
        LegalGround ground,
        @Nullable String shown,
        List<String> erasures,
        @Nullable KeptBecause keptBecause) {

    public PersonalRecord {
        accountColumns = Set.copyOf(accountColumns);
        erasures = List.copyOf(erasures);
    }

    /** Begins a declaration; it is complete once it says what is erased, or why it is kept. */
    public static PersonalRecord in(String table, String... accountColumns) {
        return new PersonalRecord(table, Set.of(accountColumns), "", LegalGround.CONTRACT, null, List.of(), null);
    }

    public PersonalRecord about(String itsTopic, LegalGround itsGround) {
        return new PersonalRecord(table, accountColumns, itsTopic, itsGround, shown, erasures, keptBecause);
    }

    public PersonalRecord shownBy(String select) {
        return new PersonalRecord(table, accountColumns, topic, ground, select, erasures, keptBecause);
    }

    /** One more statement of the erasure. */
    public PersonalRecord erasedBy(String statement) {
        return new PersonalRecord(
                table,
                accountColumns,
                topic,
                ground,
                shown,
                Stream.concat(erasures.stream(), Stream.of(statement)).toList(),
                keptBecause);
    }

    public PersonalRecord keptBecause(KeptBecause reason) {
        return new PersonalRecord(table, accountColumns, topic, ground, shown, erasures, reason);
    }
}
