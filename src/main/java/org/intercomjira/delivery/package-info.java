/**
 * The outbox engine: stored messages, lanes, order, claims, back-off, dead letters.
 * It knows neither Intercom nor issues.
 * Nothing is lost and nothing is doubled here.
 */
package org.intercomjira.delivery;
