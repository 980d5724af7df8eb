/**
 * Turns what happened to a linked issue into messages for the outbox and, when they are sent, into notes.
 * The listener adds one row to the edit and never breaks it.
 * Text is rendered at the moment of sending.
 */
package org.intercomjira.notification;
