package org.intercomjira.testing;

import net.java.ao.EntityManagerConfiguration;
import net.java.ao.SchemaConfiguration;
import net.java.ao.atlassian.AtlassianFieldNameConverter;
import net.java.ao.atlassian.AtlassianIndexNameConverter;
import net.java.ao.atlassian.AtlassianSequenceNameConverter;
import net.java.ao.atlassian.AtlassianTableNameConverter;
import net.java.ao.atlassian.AtlassianTriggerNameConverter;
import net.java.ao.atlassian.AtlassianUniqueNameConverter;
import net.java.ao.atlassian.TablePrefix;
import net.java.ao.schema.CachingNameConverters;
import net.java.ao.schema.FieldNameConverter;
import net.java.ao.schema.IndexNameConverter;
import net.java.ao.schema.NameConverters;
import net.java.ao.schema.SequenceNameConverter;
import net.java.ao.schema.TableNameConverter;
import net.java.ao.schema.TriggerNameConverter;
import net.java.ao.schema.UniqueNameConverter;
import net.java.ao.schema.info.CachingEntityInfoResolverFactory;
import net.java.ao.schema.info.EntityInfoResolverFactory;

/** Names tables, columns and indexes as Jira does. */
final class TestSchema implements EntityManagerConfiguration {
    /** Longer or shorter names would hide or invent limits: Jira's prefix has this form for every plugin. */
    private static final String PREFIX = "AO_7E57DB_";

    private final NameConverters names = new CachingNameConverters(new JiraNames());
    private final EntityInfoResolverFactory infos = new CachingEntityInfoResolverFactory();

    @Override
    public boolean useWeakCache() {
        return true;
    }

    @Override
    public NameConverters getNameConverters() {
        return names;
    }

    @Override
    public SchemaConfiguration getSchemaConfiguration() {
        return (table, caseSensitive) -> table.startsWith(PREFIX);
    }

    @Override
    public EntityInfoResolverFactory getEntityInfoResolverFactory() {
        return infos;
    }

    private static final class Prefix implements TablePrefix {
        @Override
        public String prepend(String table) {
            return PREFIX + table;
        }
    }

    private static final class JiraNames implements NameConverters {
        private final TableNameConverter tables = new AtlassianTableNameConverter(new Prefix());

        @Override
        public TableNameConverter getTableNameConverter() {
            return tables;
        }

        @Override
        public FieldNameConverter getFieldNameConverter() {
            return new AtlassianFieldNameConverter();
        }

        @Override
        public SequenceNameConverter getSequenceNameConverter() {
            return new AtlassianSequenceNameConverter();
        }

        @Override
        public TriggerNameConverter getTriggerNameConverter() {
            return new AtlassianTriggerNameConverter();
        }

        @Override
        public IndexNameConverter getIndexNameConverter() {
            return new AtlassianIndexNameConverter();
        }

        @Override
        public UniqueNameConverter getUniqueNameConverter() {
            return new AtlassianUniqueNameConverter();
        }
    }
}
