/** Classes that tests put into tiny plugin JARs. The host loads its own copies from there. */
package org.intercomjira.embedded.host.sample;
