package org.intercomjira.embedded.jira.issue;

import com.atlassian.jira.issue.status.Status;

/** A workflow status and its category. */
public record StoredStatus(String id, String name, Category category) implements Status {
    /** Jira's three categories, with Jira's ids, keys, names and colours. */
    public enum Category {
        NEW(2, "new", "To Do", "default"),
        INDETERMINATE(4, "indeterminate", "In Progress", "inprogress"),
        DONE(3, "done", "Done", "success");

        private final long id;
        private final String key;
        private final String title;
        private final String colour;

        Category(long id, String key, String title, String colour) {
            this.id = id;
            this.key = key;
            this.title = title;
            this.colour = colour;
        }

        static Category of(long id) {
            for (Category category : values()) {
                if (category.id == id) {
                    return category;
                }
            }
            throw new IllegalArgumentException("status category " + id);
        }

        public long id() {
            return id;
        }

        public String key() {
            return key;
        }

        public String title() {
            return title;
        }

        public String colour() {
            return colour;
        }
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String getName() {
        return name;
    }
}
