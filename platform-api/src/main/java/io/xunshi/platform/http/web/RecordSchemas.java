package io.xunshi.platform.http.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Describes a record as Java does: a component is there and not null unless it is {@link Nullable}. A nullable one is
 * there, too, and says null; only in a request may it be left out ({@link RequestSchemas}).
 */
class RecordSchemas extends ModelResolver {

    RecordSchemas(ObjectMapper json) {
        super(json, new OuterTypeFirst());
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        Schema<?> schema = super.resolve(type, context, others);
        var raw = _mapper.constructType(type.getType()).getRawClass();
        if (schema != null && raw.isRecord()) {
            describe(raw, definition(schema, context));
        }
        return schema;
    }

    private static Schema<?> definition(Schema<?> schema, ModelConverterContext context) {
        String reference = schema.get$ref();
        if (reference == null) {
            return schema;
        }
        Schema<?> defined = context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
        return defined == null ? schema : defined;
    }

    @SuppressWarnings("rawtypes") // as swagger-models declares its maps
    private static void describe(Class<?> record, Schema<?> schema) {
        Map<String, Schema> described = schema.getProperties();
        if (described == null || schema.getRequired() != null) {
            return;
        }
        var properties = new LinkedHashMap<String, Schema>();
        for (RecordComponent component : record.getRecordComponents()) {
            Schema<?> property = described.get(component.getName());
            if (property != null) {
                boolean mayBeNull = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
                properties.put(component.getName(), mayBeNull ? orNull(property) : property);
            }
        }
        schema.addType("object");
        schema.setProperties(properties);
        schema.setRequired(properties.keySet().stream().sorted().toList());
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (property.get$ref() != null) {
            return new JsonSchema().addOneOfItem(property).addOneOfItem(new JsonSchema().typesItem("null"));
        }
        return property.typesItem("null");
    }

    /** Names a nested record after its outer type, so that two modules may both have a <code>Party</code>. */
    private static final class OuterTypeFirst extends TypeNameResolver {

        @Override
        protected String nameForClass(Class<?> type, Set<Options> options) {
            var outer = type.getEnclosingClass();
            return outer == null
                    ? super.nameForClass(type, options)
                    : outer.getSimpleName().replaceAll("(Controller|Response)$", "") + type.getSimpleName();
        }
    }
}
