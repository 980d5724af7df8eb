package org.intercomjira.embedded.host.web;

import com.atlassian.webresource.api.assembler.PageBuilderService;
import com.atlassian.webresource.api.assembler.RequiredResources;
import com.atlassian.webresource.api.assembler.WebResourceAssembler;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.intercomjira.embedded.host.PluginException;

/** The web-resources that code asked for during the request on this thread. As a filter it starts every request with none. */
public final class RequestResources implements PageBuilderService, WebResourceAssembler, RequiredResources, Filter {
    private final ThreadLocal<Set<String>> required = ThreadLocal.withInitial(LinkedHashSet::new);
    private final Predicate<String> isKnown;

    /** @param isKnown whether there is a web-resource with this complete key */
    public RequestResources(Predicate<String> isKnown) {
        this.isKnown = isKnown;
    }

    @Override
    public WebResourceAssembler assembler() {
        return this;
    }

    @Override
    public RequiredResources resources() {
        return this;
    }

    /** @throws PluginException for an unknown key, over which Jira would pass in silence */
    @Override
    public RequiredResources requireWebResource(String completeKey) {
        if (!isKnown.test(completeKey)) {
            throw new PluginException("There is no web-resource " + completeKey);
        }
        required.get().add(completeKey);
        return this;
    }

    Set<String> required() {
        return Set.copyOf(required.get());
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
        required.remove();
        try {
            chain.doFilter(request, response);
        } finally {
            required.remove();
        }
    }
}
