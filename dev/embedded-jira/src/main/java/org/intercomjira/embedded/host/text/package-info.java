/** Texts: the plugins' i18n files, for Java, templates and scripts. */
package org.intercomjira.embedded.host.text;
