package com.atlassian.webresource.api.assembler;

/** Collects the web resources of the page being made. */
public interface PageBuilderService {
    WebResourceAssembler assembler();
}
