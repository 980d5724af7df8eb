package org.intercomjira.embedded.jira.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A field whose column holds an id out of several. An unknown value is an error, as in Jira. */
record ChoiceField(String column, Function<String, List<?>> ids) implements JqlField {
    @Override
    public Fragment condition(Clause.Term term, List<Operand> operands) {
        List<Object> wanted = new ArrayList<>();
        boolean empty = false;
        for (Operand operand : operands) {
            if (operand instanceof Operand.Literal literal) {
                wanted.addAll(idsOf(term, literal.text()));
            } else {
                empty = true;
            }
        }
        Fragment fits = Fragment.join("or", empty ? List.of(Fragment.in(column, wanted), Fragment.of(column + " is null")) : List.of(Fragment.in(column, wanted)), "1 = 0");
        return switch (term.operator()) {
            case EQUALS, IN, IS -> fits;
            // As in Jira: what has no value is found by "is empty" only, not by "is something else".
            case NOT_EQUALS, NOT_IN, IS_NOT -> Fragment.join("and", List.of(fits.negated(), Fragment.of(column + " is not null")), "1 = 1");
            default -> throw JqlField.unsupported(term);
        };
    }

    private List<?> idsOf(Clause.Term term, String value) {
        List<?> found = ids.apply(value);
        if (found.isEmpty()) {
            throw JqlField.unknownValue(term, value);
        }
        return found;
    }
}
