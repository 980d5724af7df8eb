/**
 * How an app gets and loses access: the consent page, one-time codes, tokens bound to a teammate, revocation.
 * Tokens are kept as digests only, so that nothing here can print one.
 */
package org.intercomjira.simulator.oauth;
