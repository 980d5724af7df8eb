package org.intercomjira.platform;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Reads what tells this Jira from a copy of it. Not the server ID: Jira keeps it in the database, so a copy has the same one.
 *
 * <p>Jira reads the database's address from {@code dbconfig.xml} in the local home when it starts:
 * https://confluence.atlassian.com/adminjiraserver/connecting-jira-applications-to-postgresql-938846851.html
 */
@Component
public class InstallationReader {
    private static final String DATABASE_CONFIGURATION = "dbconfig.xml";
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);

    private final ApplicationProperties properties;
    /** Jira reads the file at its start only. Null until it was read. */
    private volatile Optional<String> database;

    public InstallationReader(@Qualifier("salApplicationProperties") @ComponentImport("salApplicationProperties") ApplicationProperties properties) {
        this.properties = properties;
    }

    /** From memory, but for the first time. */
    public Installation read() {
        if (database == null) {
            database = properties.getLocalHomeDirectory().flatMap(InstallationReader::database);
        }
        String baseUrl = properties.getBaseUrl(UrlMode.CANONICAL);
        return new Installation(baseUrl == null || baseUrl.isBlank() ? null : baseUrl.strip().replaceAll("/+$", ""),
                properties.getSharedHomeDirectory().map(home -> home.toAbsolutePath().normalize().toString()).orElse(null), database.orElse(null));
    }

    /** A fingerprint of shared home and database: what two Jiras that share tables cannot both have. The base URL may change while nodes run. */
    public String placeOf(Installation installation) {
        return fingerprint(installation.sharedHome() + "\n" + installation.database());
    }

    /** Address, schema and user, as Oracle has a schema for each user. Empty where the application server holds the address (JNDI). */
    private static Optional<String> database(Path home) {
        try {
            String xml = COMMENT.matcher(Files.readString(home.resolve(DATABASE_CONFIGURATION))).replaceAll("");
            // What follows the question mark configures the driver, and may change.
            return element(xml, "url").map(url -> Stream.of(url.replaceAll("\\?.*", ""), element(xml, "schema-name").orElse(""), element(xml, "username").orElse(""))
                    .collect(Collectors.joining("\n"))).map(InstallationReader::fingerprint);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> element(String xml, String name) {
        Matcher matcher = Pattern.compile("<" + name + ">([^<]*)</" + name + ">").matcher(xml);
        return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }

    private static String fingerprint(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
