/** REST of plugins: one JAX-RS application for each {@code <rest>} module, behind the platform's security annotations. */
package org.intercomjira.embedded.host.rest;
