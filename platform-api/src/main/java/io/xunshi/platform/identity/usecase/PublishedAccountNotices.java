package io.xunshi.platform.identity.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountNotices;
import io.xunshi.platform.identity.domain.Account;
import io.xunshi.platform.identity.domain.Contact;
import io.xunshi.platform.identity.storage.AccountRepository;
import io.xunshi.platform.identity.usecase.Notices.Notice;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets other modules reach people without showing them how. */
@Component
class PublishedAccountNotices implements AccountNotices {
    private final AccountRepository accounts;
    private final Notices notices;

    PublishedAccountNotices(AccountRepository accounts, Notices notices) {
        this.accounts = accounts;
        this.notices = notices;
    }

    @Override
    public Mono<Channel> channelOf(AccountId person) {
        return accounts.find(person).map(account -> channelOf(account.contact()));
    }

    @Override
    public Mono<Void> send(UUID key, AccountId to, Channel channel, AccountNotice notice) {
        return accounts.find(to)
                .map(Account::contact)
                .filter(contact -> channelOf(contact) == channel)
                .flatMap(contact -> notices.send(
                        key, contact, new Notice.News(notice.template(), notice.parameters(), notice.text())));
    }

    private static Channel channelOf(Contact contact) {
        return switch (contact) {
            case Contact.Email email -> Channel.EMAIL;
            case Contact.Phone phone -> Channel.SMS;
        };
    }
}
