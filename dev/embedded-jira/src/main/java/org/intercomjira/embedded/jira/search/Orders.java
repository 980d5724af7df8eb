package org.intercomjira.embedded.jira.search;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a query is sorted by, in SQL; in the end by the newest. */
final class Orders {
    private static final Map<String, String> COLUMNS = Map.of("key", "p.pkey # , i.issuenum #", "issuekey", "p.pkey # , i.issuenum #", "id", "i.id #", "project", "p.pkey #",
            "created", "i.created #", "updated", "i.updated #", "summary", "i.summary #", "status", "s.sequence_nr #", "priority", "y.sequence_nr #");

    private Orders() {
    }

    static Fragment of(Query query, JqlFields fields) {
        List<Fragment> orders = Stream.concat(query.order().stream().map(sort -> column(sort, fields)), Stream.of(Fragment.of("i.id desc"))).toList();
        return new Fragment(String.join(", ", orders.stream().map(Fragment::sql).toList()), orders.stream().flatMap(order -> order.parameters().stream()).toList());
    }

    private static Fragment column(Query.Sort sort, JqlFields fields) {
        return Optional.ofNullable(COLUMNS.get(sort.field().toLowerCase(Locale.ROOT))).map(column -> Fragment.of(column.replace("#", sort.descending() ? "desc" : "asc")))
                .or(() -> fields.indexed(sort.field()).map(field -> new Fragment(field.order(sort.descending()), field.orderParameters())))
                .orElseThrow(() -> new JqlError("Not able to sort using field '" + sort.field() + "'."));
    }
}
