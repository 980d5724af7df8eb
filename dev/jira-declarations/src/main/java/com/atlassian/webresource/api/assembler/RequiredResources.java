package com.atlassian.webresource.api.assembler;

/** What the page asks for. */
public interface RequiredResources {
    RequiredResources requireWebResource(String completeKey);
}
