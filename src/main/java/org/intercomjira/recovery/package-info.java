/**
 * Knows when facts can have been lost: a node died, the app was stopped, a judgement failed, a cache was stale.
 * It keeps these windows and what was silent on purpose, and knows neither issues nor messages.
 * See docs/delivery.md, "Recovery".
 */
package org.intercomjira.recovery;
