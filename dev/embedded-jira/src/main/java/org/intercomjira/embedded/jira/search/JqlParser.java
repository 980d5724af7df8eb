package org.intercomjira.embedded.jira.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads a query: terms joined by AND, OR, NOT and brackets, then an order. */
public final class JqlParser {
    private final JqlTokens tokens;

    private JqlParser(String jql) {
        this.tokens = new JqlTokens(jql);
    }

    /** Throws {@link JqlError} when the text is no query. */
    public static Query parse(String jql) {
        JqlParser parser = new JqlParser(jql == null ? "" : jql);
        boolean everything = parser.tokens.atEnd() || parser.tokens.comes("order");
        Clause where = everything ? new Clause.And(List.of()) : parser.or();
        List<Query.Sort> order = parser.order();
        if (!parser.tokens.atEnd()) {
            throw new JqlError("Error in the JQL Query: Expecting either 'OR' or 'AND' but got '" + parser.tokens.take().text() + "'.");
        }
        return new Query(where, order);
    }

    private Clause or() {
        List<Clause> clauses = new ArrayList<>(List.of(and()));
        while (tokens.take("or") || tokens.take("||")) {
            clauses.add(and());
        }
        return clauses.size() == 1 ? clauses.get(0) : new Clause.Or(clauses);
    }

    private Clause and() {
        List<Clause> clauses = new ArrayList<>(List.of(not()));
        while (tokens.take("and") || tokens.take("&&")) {
            clauses.add(not());
        }
        return clauses.size() == 1 ? clauses.get(0) : new Clause.And(clauses);
    }

    private Clause not() {
        if (tokens.take("not")) {
            return new Clause.Not(not());
        }
        if (tokens.take("(")) {
            Clause inner = or();
            tokens.expect(")");
            return inner;
        }
        return term();
    }

    private Clause term() {
        String field = field();
        Operator operator = operator();
        return new Clause.Term(field, operator, operator.takesList() ? operands() : List.of(operand()));
    }

    /** A name, or {@code issue.property["key"].path}, which comes in three pieces: the name is then {@code issue.property[key].path}. */
    private String field() {
        String name = tokens.take().text();
        return name.equalsIgnoreCase("issue.property[") ? name + tokens.take().text() + tokens.take().text() : name;
    }

    private Operator operator() {
        String sign = tokens.take().text().toLowerCase(Locale.ROOT);
        if (sign.equals("not")) {
            tokens.expect("in");
            return Operator.NOT_IN;
        }
        if (sign.equals("is") && tokens.take("not")) {
            return Operator.IS_NOT;
        }
        return Operator.of(sign).orElseThrow(() -> new JqlError("Error in the JQL Query: Expecting operator but got '" + sign + "'."));
    }

    private List<Operand> operands() {
        if (!tokens.take("(")) {
            return List.of(operand());
        }
        List<Operand> operands = new ArrayList<>();
        do {
            operands.add(operand());
        } while (tokens.take(","));
        tokens.expect(")");
        return operands;
    }

    private Operand operand() {
        JqlTokens.Token token = tokens.take();
        if (token.is("empty") || token.is("null")) {
            return new Operand.Empty();
        }
        return tokens.take("(") ? new Operand.Call(token.text(), arguments()) : new Operand.Literal(token.text());
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        while (!tokens.take(")")) {
            arguments.add(tokens.take().text());
            tokens.take(",");
        }
        return arguments;
    }

    private List<Query.Sort> order() {
        List<Query.Sort> order = new ArrayList<>();
        if (tokens.take("order")) {
            tokens.expect("by");
            do {
                String field = field();
                boolean descending = tokens.take("desc");
                if (!descending) {
                    tokens.take("asc");
                }
                order.add(new Query.Sort(field, descending));
            } while (tokens.take(","));
        }
        return order;
    }
}
