/**
 * Turns what happened to a linked issue into messages for the outbox and, when they are sent, into notes: docs/notifications.md is the rule book.
 * The listener adds one insert to the edit and never breaks it; a post function leaves its wish for the listener.
 * What may be seen is looked at again, and text rendered, at the moment of sending.
 */
package org.intercomjira.notification;
