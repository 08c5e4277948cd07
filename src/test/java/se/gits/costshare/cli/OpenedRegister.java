package se.gits.costshare.cli;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A register's file opened without the program, by one who takes away what guards its rows. */
final class OpenedRegister {

    private OpenedRegister() {}

    /** With its guards, as anyone opens it. */
    static Connection guarded(Session session) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:file:" + session.output().resolve("register/gits").toAbsolutePath(),
                "gits",
                "");
    }

    /** Without them. */
    static Connection of(Session session) throws SQLException {
        Connection register = guarded(session);
        List<String> triggers = new ArrayList<>();
        try (Statement statement = register.createStatement();
                ResultSet names =
                        statement.executeQuery(
                                "select distinct trigger_name from information_schema.triggers")) {
            while (names.next()) {
                triggers.add(names.getString(1));
            }
        }
        try (Statement statement = register.createStatement()) {
            for (String trigger : triggers) {
                statement.execute("drop trigger if exists " + trigger);
            }
        }
        return register;
    }
}
