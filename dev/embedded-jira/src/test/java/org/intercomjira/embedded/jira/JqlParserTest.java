package org.intercomjira.embedded.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.intercomjira.embedded.jira.search.Clause;
import org.intercomjira.embedded.jira.search.JqlError;
import org.intercomjira.embedded.jira.search.JqlParser;
import org.intercomjira.embedded.jira.search.Operand;
import org.intercomjira.embedded.jira.search.Operator;
import org.intercomjira.embedded.jira.search.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JqlParserTest {
    @Test
    void andBindsTighterThanOr() {
        Clause where = JqlParser.parse("a = 1 OR b = 2 AND c = 3").where();
        assertThat(where).isEqualTo(new Clause.Or(List.of(term("a", "1"), new Clause.And(List.of(term("b", "2"), term("c", "3"))))));
    }

    @Test
    void bracketsAndNotSayWhatBelongsTogether() {
        Clause where = JqlParser.parse("not (a = 1 or b = 2) and c = 3").where();
        assertThat(where).isEqualTo(new Clause.And(List.of(new Clause.Not(new Clause.Or(List.of(term("a", "1"), term("b", "2")))), term("c", "3"))));
    }

    @Test
    void quotedTextsKeepBlanksSignsAndKeywords() {
        assertThat(JqlParser.parse("summary ~ \"a \\\"b\\\" (c) and\"").where())
                .isEqualTo(new Clause.Term("summary", Operator.LIKE, List.of(new Operand.Literal("a \"b\" (c) and"))));
        assertThat(JqlParser.parse("status = 'empty'").where()).isEqualTo(term("status", "empty"));
    }

    @Test
    void functionsHaveArgumentsInAnyNumber() {
        assertThat(JqlParser.parse("issue in linked(DEMO, \"two words\")").where())
                .isEqualTo(new Clause.Term("issue", Operator.IN, List.of(new Operand.Call("linked", List.of("DEMO", "two words")))));
        assertThat(JqlParser.parse("assignee = currentUser()").where())
                .isEqualTo(new Clause.Term("assignee", Operator.EQUALS, List.of(new Operand.Call("currentUser", List.of()))));
    }

    @Test
    void listsAndEmptinessAreOperands() {
        assertThat(JqlParser.parse("key not in (A-1, empty)").where())
                .isEqualTo(new Clause.Term("key", Operator.NOT_IN, List.of(new Operand.Literal("A-1"), new Operand.Empty())));
        assertThat(JqlParser.parse("assignee is not EMPTY").where()).isEqualTo(new Clause.Term("assignee", Operator.IS_NOT, List.of(new Operand.Empty())));
    }

    @Test
    void anOrderMayStandAloneAndHasDirections() {
        Query query = JqlParser.parse("order by updated desc, key");
        assertThat(query.where()).isEqualTo(new Clause.And(List.of()));
        assertThat(query.order()).containsExactly(new Query.Sort("updated", true), new Query.Sort("key", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a =", "= 1", "a = 1 and", "a = 1 b = 2", "(a = 1", "a = 1)", "a in (1, 2", "a not 1", "a = \"open", "order key", "a ! 1"})
    void whatIsNoQueryIsSaidToBeNone(String text) {
        assertThatThrownBy(() -> JqlParser.parse(text)).isInstanceOf(JqlError.class).hasMessageStartingWith("Error in the JQL Query");
    }

    private static Clause term(String field, String value) {
        return new Clause.Term(field, Operator.EQUALS, List.of(new Operand.Literal(value)));
    }
}
