package org.intercomjira.embedded.host.plugin;

import java.io.ByteArrayInputStream;
import org.intercomjira.embedded.host.PluginException;
import org.intercomjira.embedded.host.descriptor.DescriptorCheck;
import org.intercomjira.embedded.host.descriptor.DescriptorGrammar;
import org.intercomjira.embedded.host.descriptor.PluginContent;
import org.intercomjira.embedded.host.descriptor.PluginDescriptor;
import org.intercomjira.embedded.host.spring.ScanIndex;
import org.intercomjira.embedded.host.text.PluginTexts;
import org.osgi.framework.Bundle;

/** An installed bundle that has been read and found good; nothing of it runs yet. */
record PreparedPlugin(Bundle bundle, PluginDescriptor descriptor, PluginContent content, ScanIndex index, PluginTexts texts) {
    private static final String KEY_HEADER = "Atlassian-Plugin-Key";

    /** @throws PluginException that names the first thing that is wrong */
    static PreparedPlugin of(Bundle bundle) {
        PluginContent content = new PluginContent(bundle);
        PluginDescriptor descriptor = PluginDescriptor.parse(new ByteArrayInputStream(content.bytes(PluginDescriptor.FILE)
                .orElseThrow(() -> new PluginException("The JAR has no " + PluginDescriptor.FILE))));
        requireKey(bundle, descriptor);
        new DescriptorGrammar().check(descriptor);
        PluginTexts texts = PluginTexts.read(descriptor, content);
        new DescriptorCheck(content, texts.keys()).check(descriptor);
        return new PreparedPlugin(bundle, descriptor, content, ScanIndex.read(bundle), texts);
    }

    private static void requireKey(Bundle bundle, PluginDescriptor descriptor) {
        String key = bundle.getHeaders().get(KEY_HEADER);
        if (!descriptor.key().equals(key)) {
            throw new PluginException("The manifest's " + KEY_HEADER + " is " + key + ", the descriptor's key " + descriptor.key());
        }
    }

    String key() {
        return descriptor.key();
    }
}
