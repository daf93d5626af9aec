package io.xunshi.platform.events.usecase;

import io.xunshi.platform.events.DomainEvent;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Events as stored: JSON under a logical name that survives a renamed class. */
@Component
class EventCodec {
    private final JsonMapper json = JsonMapper.builder()
            // During a rolling deployment the other version may write a field that this one does not know yet.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** @throws IllegalStateException for an event class without a name */
    String typeOf(DomainEvent event) {
        var name = AnnotatedElementUtils.findMergedAnnotation(
                event.getClass(), org.jmolecules.event.annotation.DomainEvent.class);
        if (name == null) {
            throw new IllegalStateException(
                    event.getClass() + " needs jMolecules' @DomainEvent with namespace and name");
        }
        return name.namespace() + "." + name.name();
    }

    String write(DomainEvent event) {
        return json.writeValueAsString(event);
    }

    DomainEvent read(String payload, Class<? extends DomainEvent> type) {
        return json.readValue(payload, type);
    }
}
