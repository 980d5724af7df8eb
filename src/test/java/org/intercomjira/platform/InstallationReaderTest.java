package org.intercomjira.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationReaderTest {
    @TempDir
    private Path home;
    private final ApplicationProperties properties = mock(ApplicationProperties.class);

    @BeforeEach
    void prepare() {
        when(properties.getBaseUrl(UrlMode.CANONICAL)).thenReturn("https://jira.example/ctx/");
        when(properties.getLocalHomeDirectory()).thenReturn(Optional.of(home));
        when(properties.getSharedHomeDirectory()).thenReturn(Optional.of(Path.of("/var/jira/./shared")));
    }

    @Test
    void baseUrlAndSharedHomeAreNormalised() {
        assertThat(read()).isEqualTo(new Installation("https://jira.example/ctx", "/var/jira/shared", null));
    }

    @Test
    void whatJiraDoesNotSayIsNull() {
        when(properties.getBaseUrl(UrlMode.CANONICAL)).thenReturn(" ");
        when(properties.getLocalHomeDirectory()).thenReturn(Optional.empty());
        when(properties.getSharedHomeDirectory()).thenReturn(Optional.empty());
        assertThat(read()).isEqualTo(new Installation(null, null, null));
    }

    @Test
    void theDatabaseIsToldByAddressSchemaAndUserAlone() throws IOException {
        String first = database("jdbc:postgresql://db:5432/jira?ssl=true&amp;password=secret", "public", "jira", "pw1");
        assertThat(first).matches("[0-9a-f]{16}");
        assertThat(database("jdbc:postgresql://db:5432/jira?tcpKeepAlive=true", "public", "jira", "pw2")).isEqualTo(first);
        assertThat(database("jdbc:postgresql://db:5432/staging", "public", "jira", "pw1")).isNotEqualTo(first);
        assertThat(database("jdbc:postgresql://db:5432/jira", "copy", "jira", "pw1")).isNotEqualTo(first);
        assertThat(database("jdbc:postgresql://db:5432/jira", "public", "copy", "pw1")).isNotEqualTo(first);
    }

    @Test
    void aDatabaseThatTheServerKnowsByNameIsNotKnown() throws IOException {
        Files.writeString(home.resolve("dbconfig.xml"), "<jira-database-config><!-- <url>jdbc:old</url> --><jndi-datasource><jndi-name>java:comp/env/JiraDS</jndi-name></jndi-datasource></jira-database-config>");
        assertThat(read().database()).isNull();
    }

    @Test
    void theFileIsReadOnceAsJiraDoes() throws IOException {
        InstallationReader reader = new InstallationReader(properties);
        write("jdbc:postgresql://db/jira", "public", "jira", "pw");
        String database = reader.read().database();
        write("jdbc:postgresql://db/other", "public", "jira", "pw");
        assertThat(reader.read().database()).isEqualTo(database);
    }

    private String database(String url, String schema, String user, String password) throws IOException {
        write(url, schema, user, password);
        return read().database();
    }

    private void write(String url, String schema, String user, String password) throws IOException {
        Files.writeString(home.resolve("dbconfig.xml"), """
            <?xml version="1.0" encoding="UTF-8"?>
            <jira-database-config>
              <name>defaultDS</name>
              <schema-name>%s</schema-name>
              <jdbc-datasource>
                <url>
                  %s
                </url>
                <username>%s</username>
                <password>%s</password>
              </jdbc-datasource>
            </jira-database-config>
            """.formatted(schema, url, user, password));
    }

    private Installation read() {
        return new InstallationReader(properties).read();
    }
}
