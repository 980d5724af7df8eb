package org.intercomjira.embedded.host.rest;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.intercomjira.embedded.host.descriptor.DescriptorElement;
import org.intercomjira.embedded.host.descriptor.PluginContent;

/** Finds resources and providers among the bundle's own classes; as in Jira, nested JARs are not looked into. */
record RestClasses(PluginContent content) {
    private static final String ENDING = ".class";

    Set<Class<?>> find(DescriptorElement module) {
        List<String> packages = module.children("package").stream().map(DescriptorElement::text).toList();
        return content.filesEndingIn(ENDING).stream().map(file -> file.substring(0, file.length() - ENDING.length()).replace('/', '.'))
                .filter(name -> !name.startsWith("META-INF") && isIn(packages, name)).<Class<?>>map(name -> content.load(name, module.toString()))
                .filter(type -> type.isAnnotationPresent(Path.class) || type.isAnnotationPresent(Provider.class)).filter(type -> !type.isInterface())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isIn(List<String> packages, String name) {
        return packages.isEmpty() || packages.stream().anyMatch(parent -> name.startsWith(parent + "."));
    }
}
