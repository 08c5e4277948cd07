package se.gits.costshare.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import se.gits.costshare.export.manifest.ProgramVersion;
import se.gits.costshare.register.Actor;

/** Who runs this process, and where. */
final class ThisProcess {

    private ThisProcess() {}

    static Actor actor() {
        return new Actor(
                System.getProperty("user.name", "?"),
                host(),
                ProgramVersion.current(),
                System.getProperty("java.version", "?"));
    }

    private static String host() {
        String named = System.getenv("COMPUTERNAME");
        if (named != null) {
            return named;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "?";
        }
    }
}
