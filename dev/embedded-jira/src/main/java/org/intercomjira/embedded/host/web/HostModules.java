package org.intercomjira.embedded.host.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.intercomjira.embedded.spi.PluginExtensions;
import org.intercomjira.embedded.spi.PluginModules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all running plugins add to Jira's pages. */
public final class HostModules implements PluginModules {
    private static final Logger LOG = LoggerFactory.getLogger(HostModules.class);

    private final Supplier<Collection<PagePart>> plugins;
    private final RequestResources requestResources;
    private final String contextPath;
    private final PluginExtensions extensions;

    /** One running plugin's part. */
    public record PagePart(FragmentModules fragments, WebResourceModules resources) {
    }

    public HostModules(Supplier<Collection<PagePart>> plugins, RequestResources requestResources, String contextPath, PluginExtensions extensions) {
        this.extensions = extensions;
        this.plugins = plugins;
        this.requestResources = requestResources;
        this.contextPath = contextPath;
    }

    @Override
    public PluginExtensions extensions() {
        return extensions;
    }

    @Override
    public List<WebItem> webItems(String section, Map<String, Object> context) {
        return render(FragmentModules::items, section, context);
    }

    @Override
    public List<WebSection> webSections(String location, Map<String, Object> context) {
        return render(FragmentModules::sections, location, context);
    }

    @Override
    public List<Panel> webPanels(String location, Map<String, Object> context) {
        return render(FragmentModules::panels, location, context);
    }

    private <T> List<T> render(Function<FragmentModules, List<FragmentModules.Fragment<T>>> kind, String place, Map<String, Object> context) {
        return plugins.get().stream().map(PagePart::fragments).map(kind).flatMap(List::stream).filter(fragment -> fragment.place().equals(place))
                .sorted(Comparator.comparingInt(FragmentModules.Fragment::weight))
                .map(fragment -> renderOne(fragment, context)).flatMap(Optional::stream).toList();
    }

    /** As in Jira, a fragment that fails is left out of the page and the log says why. */
    private static <T> Optional<T> renderOne(FragmentModules.Fragment<T> fragment, Map<String, Object> context) {
        try {
            return fragment.condition().test(context) ? Optional.of(fragment.render().apply(context)) : Optional.empty();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("A web fragment of {} failed", fragment.place(), e);
            return Optional.empty();
        }
    }

    @Override
    public String resourceTags(List<String> contexts) {
        return plugins.get().stream().map(PagePart::resources).flatMap(resources -> resources.filesFor(new HashSet<>(contexts), requestResources.required()).stream())
                .map(this::tag).distinct().collect(Collectors.joining("\n"));
    }

    private String tag(WebResourceModules.File file) {
        String address = contextPath + "/download/resources/" + file.address();
        return file.isScript() ? "<script src=\"" + address + "\"></script>" : "<link rel=\"stylesheet\" href=\"" + address + "\">";
    }
}
