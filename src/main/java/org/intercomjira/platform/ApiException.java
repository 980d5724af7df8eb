package org.intercomjira.platform;

import java.io.Serializable;
import java.util.List;

/** A refusal with a stable code. The person's text is the i18n key {@code intercom.error.<code>} with the arguments. */
public class ApiException extends RuntimeException {
    private final int status;
    private final String code;
    private final transient List<Serializable> arguments;

    /**
     * @param status    of the HTTP answer
     * @param code      for scripts, for instance {@code link.conversation_not_found}
     * @param arguments of the text; never secrets
     */
    public ApiException(int status, String code, Serializable... arguments) {
        super(code);
        this.status = status;
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** The i18n key of the text. */
    public String textKey() {
        return "intercom.error." + code;
    }

    public Serializable[] arguments() {
        return arguments.toArray(Serializable[]::new);
    }
}
