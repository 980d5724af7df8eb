package org.intercomjira.embedded.jira.search;

import java.util.List;
import java.util.function.Function;

/**
 * A field whose column holds an id out of several.
 *
 * @param strict whether an unknown value is an error, as it is for somebody who searches; who searches by a service is not told
 */
record ChoiceField(String column, Function<String, List<?>> ids, boolean strict) implements JqlField {
    @Override
    public Fragment condition(Clause.Term term, List<Operand> operands) {
        Fragment fits = Fragment.join("or", operands.stream().map(operand -> equal(term, operand)).toList(), "1 = 0");
        return switch (term.operator()) {
            case EQUALS, IN, IS -> fits;
            // As in Jira: what has no value is found by "is empty" only, not by "is something else".
            case NOT_EQUALS, NOT_IN, IS_NOT -> Fragment.join("and", List.of(fits.negated(), Fragment.of(column + " is not null")), "1 = 1");
            default -> throw JqlField.unsupported(term);
        };
    }

    private Fragment equal(Clause.Term term, Operand operand) {
        if (operand instanceof Operand.Literal literal) {
            return Fragment.in(column, idsOf(term, literal.text()));
        }
        if (operand instanceof Operand.IssuesFound found) {
            List<Object> byKey = found.keys().stream().<Object>flatMap(key -> ids.apply(key).stream()).toList();
            return Fragment.join("or", List.of(Fragment.among(column, found.ids()), Fragment.in(column, byKey)), "1 = 0");
        }
        return Fragment.of(column + " is null");
    }

    private List<?> idsOf(Clause.Term term, String value) {
        List<?> found = ids.apply(value);
        if (found.isEmpty() && strict) {
            throw JqlField.unknownValue(term, value);
        }
        return found;
    }
}
