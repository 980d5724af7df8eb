package com.atlassian.webresource.api.assembler;

/** Web resources of one page. */
public interface WebResourceAssembler {
    RequiredResources resources();
}
