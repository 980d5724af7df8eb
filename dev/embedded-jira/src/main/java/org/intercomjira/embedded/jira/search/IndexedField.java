package org.intercomjira.embedded.jira.search;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.intercomjira.embedded.spi.PluginExtensions.IndexedPath;

/** A value within an issue property that a plugin has made known. Numbers can be compared, strings equal in any case, texts hold words. */
record IndexedField(IndexedPath path) implements JqlField {
    private static final Set<Operator> EMPTINESS = Set.of(Operator.IS, Operator.IS_NOT);
    private static final Set<Operator> EQUALITY = Set.of(Operator.EQUALS, Operator.NOT_EQUALS, Operator.IN, Operator.NOT_IN);
    private static final Set<Operator> COMPARISON = Set.of(Operator.LESS, Operator.LESS_OR_EQUAL, Operator.GREATER, Operator.GREATER_OR_EQUAL);
    private static final Set<Operator> WORDS = Set.of(Operator.LIKE, Operator.NOT_LIKE);

    @Override
    public Fragment condition(Clause.Term term, List<Operand> operands) {
        if (!knows(term.operator())) {
            throw JqlField.unsupported(term);
        }
        Fragment fits = Fragment.join("or", operands.stream().map(operand -> fits(term, operand)).toList(), "1 = 0");
        // As in Jira: what has no value is found by "is empty" only, not by "is something else".
        return term.operator().isNegative() ? Fragment.join("and", List.of(fits.negated(), exists(column() + " is not null")), "1 = 1") : fits;
    }

    /** What issues are sorted by; those without a value stand behind those with one. */
    String order(boolean descending) {
        return "(select " + (descending ? "max" : "min") + "(v." + column() + ") from property_value v where v.issueid = i.id and v.property_key = ? and v.path = ?) "
                + (descending ? "desc" : "asc") + " nulls last";
    }

    List<Object> orderParameters() {
        return List.of(path.propertyKey(), path.path());
    }

    private boolean knows(Operator operator) {
        return EMPTINESS.contains(operator) || switch (path.type()) {
            case "number" -> EQUALITY.contains(operator) || COMPARISON.contains(operator);
            case "string" -> EQUALITY.contains(operator);
            default -> WORDS.contains(operator);
        };
    }

    private Fragment fits(Clause.Term term, Operand operand) {
        if (operand instanceof Operand.Empty) {
            return exists(column() + " is not null").negated();
        }
        if (!(operand instanceof Operand.Literal literal) || EMPTINESS.contains(term.operator())) {
            throw JqlField.unsupported(term);
        }
        return switch (path.type()) {
            case "number" -> exists("number_value " + (COMPARISON.contains(term.operator()) ? term.operator().sign() : "=") + " ?", number(term, literal.text()));
            case "string" -> exists("text_value = ?", literal.text().toLowerCase(Locale.ROOT));
            default -> Fragment.join("and", TextField.patterns(literal.text()).map(pattern -> exists("text_value like ?", pattern)).toList(), "1 = 0");
        };
    }

    private Fragment exists(String condition, Object... parameters) {
        return new Fragment("exists (select 1 from property_value v where v.issueid = i.id and v.property_key = ? and v.path = ? and v." + condition + ")",
                Stream.concat(orderParameters().stream(), Stream.of(parameters)).toList());
    }

    private String column() {
        return path.type().equals("number") ? "number_value" : "text_value";
    }

    private static double number(Clause.Term term, String text) {
        try {
            return new BigDecimal(text).doubleValue();
        } catch (NumberFormatException e) {
            throw new JqlError("The value '" + text + "' for field '" + term.field() + "' is not a number.");
        }
    }
}
