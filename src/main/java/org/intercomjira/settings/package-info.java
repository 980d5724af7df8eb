/**
 * What a project administrator chose for a project, kept in the project property that the vendor's app used, and the global settings.
 * Missing keys take defaults and unknown keys are preserved.
 */
package org.intercomjira.settings;
