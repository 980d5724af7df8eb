package org.intercomjira.acceptance.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.intercomjira.acceptance.host.Servers;
import org.junit.jupiter.api.extension.ExtendWith;

/** A class of tests at a browser: its constructor may take the shared site and {@link Windows}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({Servers.class, Browsers.class})
@interface InBrowser {
}
