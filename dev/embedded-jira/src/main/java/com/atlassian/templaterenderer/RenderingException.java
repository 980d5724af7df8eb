package com.atlassian.templaterenderer;

/** A template could not be rendered. */
public class RenderingException extends RuntimeException {
}
