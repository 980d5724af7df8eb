/** The main job as a person does it, in a real browser; it leaves the pictures that the guide shows. */
package org.intercomjira.acceptance.browser;
