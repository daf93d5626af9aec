package io.xunshi.platform.catalog.web;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.catalog.Category;
import io.xunshi.platform.catalog.Checklist;
import io.xunshi.platform.catalog.ConditionGrade;
import io.xunshi.platform.catalog.District;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reference data for forms and filters; changes only with a release, so browsers keep it for an hour. */
@RestController
@RequestMapping("/api/v1")
class CatalogController {
    private static final CacheControl KEEP =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final Catalog catalog;

    CatalogController(Catalog catalog) {
        this.catalog = catalog;
    }

    @GetMapping("/categories")
    @Access(Caller.PUBLIC)
    ResponseEntity<List<Category>> categories() {
        return ResponseEntity.ok().cacheControl(KEEP).body(catalog.categories());
    }

    @GetMapping("/condition-grades")
    @Access(Caller.PUBLIC)
    ResponseEntity<List<ConditionGrade>> conditionGrades() {
        return ResponseEntity.ok().cacheControl(KEEP).body(catalog.conditionGrades());
    }

    /** Every edition: the newest of a code is asked, the others are there to read old answers. */
    @GetMapping("/condition-checklists")
    @Access(Caller.PUBLIC)
    ResponseEntity<List<Checklist>> checklists() {
        return ResponseEntity.ok().cacheControl(KEEP).body(catalog.checklists());
    }

    @GetMapping("/districts")
    @Access(Caller.PUBLIC)
    ResponseEntity<List<District>> districts() {
        return ResponseEntity.ok().cacheControl(KEEP).body(catalog.districts());
    }
}
