package com.opensymphony.workflow;

import com.opensymphony.module.propertyset.PropertySet;
import java.util.Map;

/** Does something along with a transition. */
public interface FunctionProvider {
    @SuppressWarnings("rawtypes")
    void execute(Map transientVars, Map args, PropertySet ps);
}
