package org.intercomjira.acceptance.host;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java server as a process of its own, with its output in a file. It ends with this JVM at the latest. */
final class ServerProcess {
    /** Seconds, but on a machine that is busy with other things minutes. */
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration END = Duration.ofMinutes(2);
    /** At the end of this JVM nobody waits longer. */
    private static final Duration LAST_CHANCE = Duration.ofSeconds(15);
    private final Process process;
    private final Path log;

    /**
     * What is run.
     *
     * @param environment more than this process has itself
     */
    record Program(String classPath, String mainClass, List<String> jvmArguments, List<String> arguments, Map<String, String> environment) {
        private List<String> command() {
            List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath));
            command.addAll(jvmArguments);
            command.add(mainClass);
            command.addAll(arguments);
            return command;
        }
    }

    private ServerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it; its output goes to the log, which should be a new file. */
    static ServerProcess start(Path log, Program program) {
        ProcessBuilder builder = new ProcessBuilder(program.command()).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(program.environment());
        try {
            ServerProcess server = new ServerProcess(builder.start(), log);
            Runtime.getRuntime().addShutdownHook(new Thread(server::end));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ServerProcess awaitReady(String readyLine) {
        await("the line '" + readyLine + "' in " + log).atMost(START).pollInterval(Duration.ofMillis(50)).until(() -> !process.isAlive() || isReady(readyLine));
        if (!isReady(readyLine)) {
            throw new AssertionError("The server ended before it was ready; its output: " + output());
        }
        return this;
    }

    private boolean isReady(String readyLine) {
        return output().contains(readyLine);
    }

    String output() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The exit code of a server that ends by itself. */
    int awaitExit() {
        try {
            if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("The server went on; its output: " + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    void stop() {
        process.destroy();
        await("the end of process " + process.pid()).atMost(END).until(() -> !process.isAlive());
    }

    /** Sends a signal, by its name. */
    void signal(String name) {
        try {
            int code = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).inheritIO().start().waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill -" + name + " " + process.pid() + " ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As {@code kill -9} does it. */
    void kill() {
        process.destroyForcibly();
        await("the end of process " + process.pid()).atMost(END).until(() -> !process.isAlive());
    }

    /** Asks first: a server may have processes of its own to end. */
    private void end() {
        process.destroy();
        try {
            process.waitFor(LAST_CHANCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
