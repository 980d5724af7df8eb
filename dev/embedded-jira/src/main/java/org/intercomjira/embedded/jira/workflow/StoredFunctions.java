package org.intercomjira.embedded.jira.workflow;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intercomjira.embedded.jira.issue.Constants;
import org.intercomjira.embedded.jira.issue.StoredStatus;
import org.intercomjira.embedded.jira.issue.Workflow;
import org.intercomjira.embedded.jira.store.Row;
import org.intercomjira.embedded.jira.store.Store;
import org.intercomjira.embedded.spi.WorkflowAdministration;

/** The table of post functions. All nodes read it at each transition, so that a change counts at once. */
public final class StoredFunctions implements WorkflowAdministration {
    private static final String SELECT = "select id, actionid, module_key, args from workflowfunction ";
    private static final TypeToken<Map<String, String>> ARGUMENTS = new TypeToken<>() {
    };

    private final Store store;
    private final Constants constants;
    private final Gson gson = new Gson();

    public StoredFunctions(Store store, Constants constants) {
        this.store = store;
        this.constants = constants;
    }

    @Override
    public List<Transition> transitions() {
        return Workflow.all().stream().map(transition ->
                new Transition(transition.id(), transition.name(), constants.status(transition.target()).map(StoredStatus::name).orElseThrow())).toList();
    }

    @Override
    public List<Function> functionsOf(int transition) {
        return store.list(SELECT + "where actionid = ? order by sequence_nr, id", this::read, transition);
    }

    @Override
    public Optional<Function> function(long id) {
        return store.first(SELECT + "where id = ?", this::read, id);
    }

    @Override
    public void add(int transition, String moduleKey, Map<String, String> arguments) {
        store.change(sql -> sql.insert("insert into workflowfunction (actionid, sequence_nr, module_key, args)"
                        + " values (?, (select coalesce(max(f.sequence_nr), 0) + 1 from workflowfunction f where f.actionid = ?), ?, ?)",
                transition, transition, moduleKey, gson.toJson(arguments)));
    }

    @Override
    public void change(long id, Map<String, String> arguments) {
        store.change(sql -> sql.run("update workflowfunction set args = ? where id = ?", gson.toJson(arguments), id));
    }

    @Override
    public void remove(long id) {
        store.change(sql -> sql.run("delete from workflowfunction where id = ?", id));
    }

    @Override
    public void moveUp(long id) {
        function(id).ifPresent(function -> exchange(function, functionsOf(function.transition()), -1));
    }

    @Override
    public void moveDown(long id) {
        function(id).ifPresent(function -> exchange(function, functionsOf(function.transition()), 1));
    }

    /** Numbers the transition's functions anew, this one and its neighbour exchanged. */
    private void exchange(Function function, List<Function> functions, int step) {
        List<Function> order = new ArrayList<>(functions);
        int from = order.indexOf(function);
        int to = from + step;
        if (from < 0 || to < 0 || to >= order.size()) {
            return;
        }
        Collections.swap(order, from, to);
        store.change(sql -> {
            for (int at = 0; at < order.size(); at++) {
                sql.run("update workflowfunction set sequence_nr = ? where id = ?", at + 1, order.get(at).id());
            }
            return null;
        });
    }

    private Function read(Row row) throws SQLException {
        return new Function(row.number("id"), row.number("actionid").intValue(), row.text("module_key"), gson.fromJson(row.text("args"), ARGUMENTS));
    }
}
