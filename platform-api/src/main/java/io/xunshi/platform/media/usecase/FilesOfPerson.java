package io.xunshi.platform.media.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.PersonalFiles;
import io.xunshi.platform.media.DocumentView;
import io.xunshi.platform.media.domain.DocumentType;
import io.xunshi.platform.media.domain.Photo;
import io.xunshi.platform.media.storage.DocumentRepository;
import io.xunshi.platform.media.storage.PhotoRepository;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Gives people their photos back, in the largest size that is kept, and their documents. */
@Component
class FilesOfPerson implements PersonalFiles {
    private final PhotoRepository photos;
    private final PhotoFiles files;
    private final DocumentRepository documents;
    private final DocumentFiles documentFiles;

    FilesOfPerson(PhotoRepository photos, PhotoFiles files, DocumentRepository documents, DocumentFiles documentFiles) {
        this.photos = photos;
        this.files = files;
        this.documents = documents;
        this.documentFiles = documentFiles;
    }

    @Override
    public Flux<PersonalFile> of(AccountId person) {
        return photos.findAllOf(person)
                .map(this::file)
                .concatWith(documents.findAllOf(person).map(this::file));
    }

    private PersonalFile file(Photo.Ready photo) {
        return new PersonalFile(
                "photos/%s.jpg".formatted(photo.id().value()),
                files.variant(photo.id(), photo.sizes().getLast().width()));
    }

    private PersonalFile file(DocumentView document) {
        var suffix = document.mediaType().equals(DocumentType.PDF.mediaType()) ? "pdf" : "jpg";
        return new PersonalFile(
                "documents/%s.%s".formatted(document.id().value(), suffix), documentFiles.read(document.id()));
    }
}
