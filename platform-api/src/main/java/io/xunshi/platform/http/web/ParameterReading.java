package io.xunshi.platform.http.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.validation.Validator;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/** Lets handlers take their query parameters as one record. */
@Configuration(proxyBeanMethods = false)
class ParameterReading implements WebFluxConfigurer {
    private final ObjectProvider<ConversionService> conversion;
    private final ObjectProvider<Validator> validator;

    /** Providers, because what converts and validates is itself made with the help of all configurers. */
    ParameterReading(
            @Qualifier("webFluxConversionService") ObjectProvider<ConversionService> conversion,
            @Qualifier("webFluxValidator") ObjectProvider<Validator> validator) {
        this.conversion = conversion;
        this.validator = validator;
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
        resolvers.addCustomResolver(new RecordParameters(conversion.getObject(), validator.getObject()));
    }
}
