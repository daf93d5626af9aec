package io.xunshi.infra.simulation.notice;

import io.xunshi.infra.simulation.journal.Journal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** The latest messages, in memory and in a journal from which they are read at the start. */
final class MessageBook implements AutoCloseable {

    private static final int MESSAGES_MAX = 5_000;

    private final SequencedMap<String, Message> messages = new LinkedHashMap<>();
    private final Journal<Message> journal;

    MessageBook(Path folder) {
        journal = Journal.open(folder.resolve("messages.jsonl"), Message.class, this::remember);
    }

    /** Takes the message in, once. */
    synchronized void add(Message message) {
        if (!messages.containsKey(message.id())) {
            journal.append(message);
            remember(message);
        }
    }

    /** All messages, or those to one contact; the latest first. */
    synchronized List<Message> latestFirst(String contact) {
        return messages.values().stream()
                .filter(message -> contact.isBlank() || message.to().equalsIgnoreCase(contact.strip()))
                .toList()
                .reversed();
    }

    @Override
    public void close() {
        journal.close();
    }

    private void remember(Message message) {
        messages.put(message.id(), message);
        if (messages.size() > MESSAGES_MAX) {
            messages.pollFirstEntry();
        }
    }
}
