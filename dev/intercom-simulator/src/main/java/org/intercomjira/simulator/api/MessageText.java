package org.intercomjira.simulator.api;

import org.intercomjira.simulator.world.PlainText;

/** How bodies and subjects are written. */
enum MessageText {
    HTML {
        @Override
        String of(String html) {
            return html;
        }
    },
    PLAIN {
        @Override
        String of(String html) {
            return html == null ? null : PlainText.of(html);
        }
    };

    abstract String of(String html);
}
