package org.intercomjira.embedded.host;

/** A plugin is refused. The message names what is wrong in words for the plugin's developer: the class, the key, the package, the file. */
public class PluginException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public PluginException(String message) {
        super(message);
    }

    public PluginException(String message, Throwable cause) {
        super(message, cause);
    }
}
