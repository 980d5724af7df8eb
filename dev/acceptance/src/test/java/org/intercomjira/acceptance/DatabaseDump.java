package org.intercomjira.acceptance;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Stream;

/** All tables of a stopped embedded Jira as text. */
record DatabaseDump(String text) {
    static DatabaseDump of(Path home) throws IOException, SQLException {
        try (Stream<Path> files = Files.walk(home)) {
            Path file = files.filter(each -> each.toString().endsWith(".mv.db")).findFirst().orElseThrow();
            return read("jdbc:h2:file:" + file.toString().replaceAll("\\.mv\\.db$", "") + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r");
        }
    }

    private static DatabaseDump read(String address) throws SQLException {
        StringWriter script = new StringWriter();
        try (Connection connection = DriverManager.getConnection(address, "sa", "");
                ResultSet lines = connection.createStatement().executeQuery("SCRIPT")) {
            while (lines.next()) {
                script.append(lines.getString(1)).append('\n');
            }
        }
        return new DatabaseDump(script.toString());
    }
}
