package io.xunshi.platform.media.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.PersonalFiles;
import io.xunshi.platform.media.domain.Photo;
import io.xunshi.platform.media.storage.PhotoRepository;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Gives people their photos back, in the largest size that is kept. */
@Component
class FilesOfPerson implements PersonalFiles {
    private final PhotoRepository photos;
    private final PhotoFiles files;

    FilesOfPerson(PhotoRepository photos, PhotoFiles files) {
        this.photos = photos;
        this.files = files;
    }

    @Override
    public Flux<PersonalFile> of(AccountId person) {
        return photos.findAllOf(person).map(this::file);
    }

    private PersonalFile file(Photo.Ready photo) {
        return new PersonalFile(
                "photos/%s.jpg".formatted(photo.id().value()),
                files.variant(photo.id(), photo.sizes().getLast().width()));
    }
}
