package org.intercomjira.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.intercomjira.platform.VaultState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys that are put together at run time, which no search for unused or missing texts would find. */
class TextsTest {
    @ParameterizedTest
    @MethodSource("keys")
    void everyKeyHasAText(String key) throws IOException {
        assertThat(texts().getProperty(key)).isNotBlank();
    }

    static Stream<String> keys() {
        Stream<String> results = Arrays.stream(ConnectResult.values()).map(result -> "intercom.connection.result." + result.code());
        Stream<String> closed = Arrays.stream(VaultState.values()).filter(state -> state != VaultState.READY)
                .flatMap(state -> Stream.of("intercom.connection.reason." + state.code(), "intercom.error." + state.code()));
        Stream<String> reasons = Stream.of("authorisation_lost", "not_subscribed").map(code -> "intercom.connection.reason." + code);
        Stream<String> page = ProjectPage.TEXTS.stream().map(name -> "intercom.connection.page." + name);
        Stream<String> attributes = Stream.concat(Stream.of("missing", "unavailable").map(reason -> "intercom.connection.attributes." + reason),
                StandardAttributes.NAMES.values().stream().flatMap(List::stream).map(StandardAttributes::textKey));
        return Stream.of(results, closed, reasons, page, attributes).flatMap(keys -> keys);
    }

    private static Properties texts() throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/i18n/intercom.properties"))) {
            texts.load(reader);
        }
        return texts;
    }
}
