package org.intercomjira.embedded.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The command line. */
class OptionsTest {
    @Test
    void everythingHasADefault() {
        Options options = Options.parse();
        assertThat(options.port()).isEqualTo(2990);
        assertThat(options.plugin()).isEmpty();
        assertThat(options.projects()).isEmpty();
        assertThat(options.sharedHome()).isEqualTo(options.home().resolve("shared"));
    }

    @Test
    void givenValuesAreTaken() {
        Options options = Options.parse("--port", "0", "--projects", "A:Alpha, B:Beta", "--home", "/h", "--node", "n2");
        assertThat(options.port()).isZero();
        assertThat(options.projects()).containsExactly("A:Alpha", "B:Beta");
        assertThat(options.home()).isEqualTo(Path.of("/h"));
        assertThat(options.node()).isEqualTo("n2");
    }

    @Test
    void anUnknownOptionAndOneWithoutValueAreNamed() {
        assertThatThrownBy(() -> Options.parse("--prt", "1")).hasMessageContaining("--prt");
        assertThatThrownBy(() -> Options.parse("--port")).hasMessageContaining("--port");
    }
}
