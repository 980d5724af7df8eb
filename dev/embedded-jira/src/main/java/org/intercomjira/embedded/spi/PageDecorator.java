package org.intercomjira.embedded.spi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Dresses a page that a plugin's servlet wrote in Jira's header, menus and styles, as its {@code meta} tags ask. */
public interface PageDecorator {
    /**
     * Writes the dressed page.
     *
     * @param html the whole document as the servlet wrote it; its {@code <meta name="decorator">} says how to dress it, without one it is written as it is
     */
    void decorate(HttpServletRequest request, HttpServletResponse response, String html) throws IOException;
}
