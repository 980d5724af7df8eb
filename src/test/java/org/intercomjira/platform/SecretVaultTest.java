package org.intercomjira.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.intercomjira.testing.TestCaches;
import org.intercomjira.testing.TestPluginSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretVaultTest {
    private static final Secret CANARY = new Secret("canary-token-dG9rOg==");
    private static final SecretPlace PLACE = new SecretPlace("CONNECTION", "10000", "TOKEN_CIPHER");

    @TempDir
    private Path home;
    private final TestPluginSettings settings = new TestPluginSettings();

    @Test
    void whatWasSealedOpensAgainOnAnotherNode() {
        String sealed = vault().seal(CANARY, PLACE);
        assertThat(vault().open(sealed, PLACE)).isEqualTo(CANARY);
    }

    @Test
    void theSameSecretIsSealedDifferentlyEachTime() {
        SecretVault vault = vault();
        assertThat(IntStream.range(0, 50).mapToObj(i -> vault.seal(CANARY, PLACE))).doesNotHaveDuplicates();
    }

    @Test
    void aSecretShowsItselfNowhere() throws IOException {
        String sealed = vault().seal(CANARY, PLACE);
        assertThat(Stream.of(sealed, CANARY.toString(), settings.toString(), Files.readString(keyFile())))
                .noneMatch(text -> text.contains("canary") || text.contains(Base64.getEncoder().encodeToString(CANARY.reveal().getBytes())));
    }

    @ParameterizedTest
    @MethodSource("otherPlaces")
    void itOpensAtItsOwnPlaceOnly(SecretPlace other) {
        SecretVault vault = vault();
        String sealed = vault.seal(CANARY, PLACE);
        assertRefused("vault.unreadable", () -> vault.open(sealed, other));
    }

    static List<SecretPlace> otherPlaces() {
        return List.of(new SecretPlace("OTHER", "10000", "TOKEN_CIPHER"), new SecretPlace("CONNECTION", "10001", "TOKEN_CIPHER"),
                new SecretPlace("CONNECTION", "10000", "OTHER"), new SecretPlace("CONNECTION1", "0000", "TOKEN_CIPHER"));
    }

    @Test
    void aCipherInWhichAnyByteWasChangedDoesNotOpen() {
        SecretVault vault = vault();
        String sealed = vault.seal(CANARY, PLACE);
        byte[] bytes = Base64.getDecoder().decode(sealed.substring(3));
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            assertRefused("vault.unreadable", () -> vault.open("v1:" + Base64.getEncoder().encodeToString(changed), PLACE));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1:", "v1:AAAA", "v1:not base64", "v2:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "plain text"})
    void whatIsNoCipherDoesNotOpen(String text) {
        SecretVault vault = vault();
        assertRefused("vault.unreadable", () -> vault.open(text, PLACE));
    }

    @Test
    void theKeyFileIsForItsOwnerOnly() throws IOException {
        vault().seal(CANARY, PLACE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile()))).isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files).containsExactly(keyFile());
        }
    }

    @Test
    void aMissingKeyIsSaidAndNeverReplaced() throws IOException {
        String sealed = vault().seal(CANARY, PLACE);
        Files.delete(keyFile());
        SecretVault vault = vault();
        assertThat(vault.state()).isEqualTo(VaultState.KEY_MISSING);
        assertRefused("vault.key_missing", () -> vault.open(sealed, PLACE));
        assertRefused("vault.key_missing", () -> vault.seal(CANARY, PLACE));
        assertThat(keyFile()).doesNotExist();
    }

    @Test
    void aKeyThatIsPutBackIsUsedWithoutARestart() throws IOException {
        String sealed = vault().seal(CANARY, PLACE);
        Path backup = Files.move(keyFile(), home.resolve("backup"));
        SecretVault vault = vault();
        assertThat(vault.state()).isEqualTo(VaultState.KEY_MISSING);
        Files.move(backup, keyFile());
        assertThat(vault.open(sealed, PLACE)).isEqualTo(CANARY);
    }

    @Test
    void anotherKeyIsNotUsed() throws IOException {
        vault().seal(CANARY, PLACE);
        String other = Base64.getEncoder().encodeToString(new byte[32]);
        Files.writeString(keyFile(), other);
        SecretVault vault = vault();
        assertThat(vault.state()).isEqualTo(VaultState.KEY_WRONG);
        assertRefused("vault.key_wrong", () -> vault.seal(CANARY, PLACE));
        assertThat(keyFile()).hasContent(other);
    }

    @Test
    void aDamagedKeyFileIsNotOverwritten() throws IOException {
        Files.writeString(keyFile(), "damaged");
        assertThat(vault().state()).isEqualTo(VaultState.KEY_UNREADABLE);
        assertThat(keyFile()).hasContent("damaged");
    }

    @Test
    void aKeyWhoseFingerprintWasNotWrittenYetIsTakenOver() {
        String sealed = TestVault.in(home, new TestPluginSettings()).seal(CANARY, PLACE);
        assertThat(vault().open(sealed, PLACE)).isEqualTo(CANARY);
    }

    @Test
    void aNewKeyIsMadeOnDemandWhenTheOldOneIsLost() throws IOException {
        String sealed = vault().seal(CANARY, PLACE);
        Files.delete(keyFile());
        SecretVault vault = vault();
        vault.startAnew();
        assertThat(vault.state()).isEqualTo(VaultState.READY);
        assertRefused("vault.unreadable", () -> vault.open(sealed, PLACE));
        assertThat(vault().open(vault.seal(CANARY, PLACE), PLACE)).isEqualTo(CANARY);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile()))).isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"damaged", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="})
    void aKeyFileThatIsOfNoUseIsKeptUnderAnotherName(String content) throws IOException {
        vault().seal(CANARY, PLACE);
        Files.writeString(keyFile(), content);
        SecretVault vault = vault();
        vault.startAnew();
        assertThat(vault.state()).isEqualTo(VaultState.READY);
        assertThat(home.resolve("intercom-for-jira.key.old")).hasContent(content);
    }

    @Test
    void aKeyThatWorksIsNotThrownAway() throws IOException {
        SecretVault vault = vault();
        String sealed = vault.seal(CANARY, PLACE);
        String key = Files.readString(keyFile());
        assertRefused("vault.ready", vault::startAnew);
        assertThat(keyFile()).hasContent(key);
        assertThat(vault.open(sealed, PLACE)).isEqualTo(CANARY);
    }

    /** Its key is in memory: it would go on to seal what no other node can open. */
    @Test
    void aNodeThatStillHasTheOldKeyTakesTheNewOne() throws IOException {
        TestCaches cluster = new TestCaches();
        SecretVault first = TestVault.in(home, settings, cluster);
        first.seal(CANARY, PLACE);
        Files.delete(keyFile());
        SecretVault second = TestVault.in(home, settings, cluster);
        second.startAnew();
        assertThat(second.open(first.seal(CANARY, PLACE), PLACE)).isEqualTo(CANARY);
    }

    private SecretVault vault() {
        return TestVault.in(home, settings);
    }

    private Path keyFile() {
        return home.resolve(VaultKeyFile.NAME);
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(ApiException.class).isThrownBy(call).satisfies(e -> assertThat(e.code()).isEqualTo(code))
                .satisfies(e -> assertThat(e.toString()).doesNotContain("canary"));
    }
}
