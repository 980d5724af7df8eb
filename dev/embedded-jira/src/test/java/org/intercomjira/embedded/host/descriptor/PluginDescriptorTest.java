package org.intercomjira.embedded.host.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PluginDescriptorTest {
    private static final int MODULES = 50;

    /** Every file that a page loads asks the descriptor, several at a time. */
    @Test
    void manyRequestsAskItAtTheSameTime() {
        for (int round = 0; round < 200; round++) {
            PluginDescriptor descriptor = descriptor();
            List<List<String>> answers = IntStream.range(0, 16).parallel()
                    .mapToObj(any -> descriptor.modules("web-resource").stream().map(module -> module.key() + module.child("context").orElseThrow().text()).toList()).toList();
            assertThat(answers).allSatisfy(keys -> assertThat(keys).hasSize(MODULES).startsWith("m0here").endsWith("m49here"));
        }
    }

    private static PluginDescriptor descriptor() {
        String modules = IntStream.range(0, MODULES).mapToObj(i -> "<web-resource key=\"m" + i + "\"> <context> here </context> </web-resource>").collect(Collectors.joining("\n"));
        return PluginDescriptor.parse(new ByteArrayInputStream(("<atlassian-plugin key=\"acme\">" + modules + "</atlassian-plugin>").getBytes(StandardCharsets.UTF_8)));
    }
}
