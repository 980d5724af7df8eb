package org.intercomjira.embedded.jira.search;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A field that is searched for words: each word must occur in one of its conditions, whatever its case. Jira's stemming and wildcards are not here. */
record TextField(List<String> conditions) implements JqlField {
    @Override
    public Fragment condition(Clause.Term term, List<Operand> operands) {
        if (term.operator() != Operator.LIKE && term.operator() != Operator.NOT_LIKE || !(operands.get(0) instanceof Operand.Literal literal)) {
            throw JqlField.unsupported(term);
        }
        Fragment found = Fragment.join("and", patterns(literal.text()).map(this::occurs).toList(), "1 = 0");
        return term.operator() == Operator.LIKE ? found : found.negated();
    }

    /** For each word of the text what {@code like} wants to have of it. */
    static Stream<String> patterns(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[\\s*\"]+")).filter(word -> !word.isEmpty())
                .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%");
    }

    private Fragment occurs(String pattern) {
        return Fragment.join("or", conditions.stream().map(condition -> Fragment.of(condition, pattern)).toList(), "1 = 0");
    }
}
