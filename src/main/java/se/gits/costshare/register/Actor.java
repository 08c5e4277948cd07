package se.gits.costshare.register;

/**
 * Who runs the program, where, and with which version; kept with every event, and in no file.
 *
 * @param login the operating system's name of the user
 * @param host the machine's name
 */
public record Actor(String login, String host, String programVersion, String javaVersion) {}
