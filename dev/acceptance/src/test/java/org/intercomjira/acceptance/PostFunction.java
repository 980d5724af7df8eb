package org.intercomjira.acceptance;

import java.util.ArrayList;
import java.util.List;
import org.intercomjira.acceptance.face.Jira;
import org.intercomjira.acceptance.face.WorkflowEditor;
import org.intercomjira.acceptance.host.Site;

/** The post function <em>Notify Intercom Conversations</em> on the transition to Done, put there and taken away as a Jira administrator does. */
final class PostFunction {
    private final Site site;
    private final List<WorkflowEditor> used = new ArrayList<>();

    PostFunction(Site site) {
        this.site = site;
    }

    void add(boolean reopen) {
        editor().add(Jira.DONE, reopen);
    }

    /** Takes away what was added; without that there is nothing to do. */
    void remove() {
        used.forEach(editor -> editor.removeAll(Jira.DONE));
        used.clear();
    }

    private WorkflowEditor editor() {
        WorkflowEditor editor = new WorkflowEditor(site);
        used.add(editor);
        return editor;
    }
}
