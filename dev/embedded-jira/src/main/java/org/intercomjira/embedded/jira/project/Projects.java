package org.intercomjira.embedded.jira.project;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.intercomjira.embedded.jira.store.IssueRows;
import org.intercomjira.embedded.jira.store.Sql;
import org.intercomjira.embedded.jira.store.Store;

/** The projects. Jira's ProjectManager: asks for no permission. */
public final class Projects implements ProjectManager {
    private static final String SELECT = "select " + StoredProject.COLUMNS + " from project p ";

    private final Store store;

    public Projects(Store store) {
        this.store = store;
    }

    @Override
    public Project getProjectObj(Long id) {
        return id == null ? null : store.first(SELECT + "where p.id = ?", StoredProject::read, id).orElse(null);
    }

    @Override
    public Project getProjectByCurrentKey(String key) {
        return byKey(key).orElse(null);
    }

    public Project getProjectObjByKey(String key) {
        return getProjectByCurrentKey(key);
    }

    public List<Project> getProjects() {
        return List.copyOf(all());
    }

    public Optional<StoredProject> byKey(String key) {
        return key == null ? Optional.empty() : store.first(SELECT + "where p.pkey = ?", StoredProject::read, key);
    }

    /** As REST paths name projects: by id or by key. */
    public Optional<StoredProject> byIdOrKey(String idOrKey) {
        return idOrKey.matches("[0-9]{1,18}") ? store.first(SELECT + "where p.id = ?", StoredProject::read, Long.parseLong(idOrKey)) : byKey(idOrKey);
    }

    public List<StoredProject> all() {
        return store.list(SELECT + "order by p.pname", StoredProject::read);
    }

    /** Adds a project without people in its roles, in the transaction of the caller; returns its id. */
    public long add(Sql sql, String key, String name, String leadKey, String description) throws SQLException {
        return sql.insert("insert into project (pkey, pname, lead, description, pcounter, archived) values (?, ?, ?, ?, 0, false)", key, name, leadKey, description);
    }

    /** The next issue number; the row stays locked until the transaction ends, so that no two nodes get the same one. */
    public long nextIssueNumber(Sql sql, long project) throws SQLException {
        sql.run("update project set pcounter = pcounter + 1 where id = ?", project);
        return sql.first("select pcounter from project where id = ?", row -> row.number("pcounter"), project).orElseThrow();
    }

    /** An archived project can only be looked at, and no search finds its issues. */
    public void setArchived(long project, boolean archived) {
        store.change(sql -> sql.run("update project set archived = ? where id = ?", archived, project));
    }

    /** Deletes the project with all its issues. */
    public void delete(long project) {
        store.change(sql -> {
            IssueRows.delete(sql, "project", project);
            sql.run("delete from entity_property where entity_name = 'ProjectProperty' and entity_id = ?", project);
            sql.run("delete from projectroleactor where pid = ?", project);
            return sql.run("delete from project where id = ?", project);
        });
    }
}
