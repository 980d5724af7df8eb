package org.intercomjira.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.sal.api.message.I18nResolver;
import java.io.IOException;
import java.io.Reader;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeliveryReasonsTest {
    private final I18nResolver i18n = mock(I18nResolver.class);
    private final DeliveryReasons reasons = new DeliveryReasons(i18n);

    @Test
    void aKnownCodeHasASentenceAndAnUnknownOneIsQuoted() {
        when(i18n.getText(anyString())).thenAnswer(call -> call.getArgument(0));
        when(i18n.getText(anyString(), any(Serializable[].class))).thenAnswer(call -> Arrays.toString(call.getArguments()));
        assertThat(reasons.textOf("gave_up")).isEqualTo("intercom.administration.reason.gave_up");
        assertThat(reasons.textOf("http_418")).contains("http_418");
        assertThat(reasons.textOf(null)).isNull();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void everyKeyThatIsPutTogetherAtRunTimeHasAText(String key) throws IOException {
        assertThat(texts().getProperty(key)).isNotBlank();
    }

    static Stream<String> keys() {
        return Stream.of(DeliveryReasons.KNOWN.stream().map(DeliveryReasons::textKey), AdminPage.TEXTS.stream().map(name -> "intercom.administration.page." + name),
                Stream.of("intercom.connection.reason." + NewKey.REASON)).flatMap(keys -> keys);
    }

    private static Properties texts() throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/i18n/intercom.properties"))) {
            texts.load(reader);
        }
        return texts;
    }
}
