package org.intercomjira.embedded.jira.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A moment, compared with a date, a date with time, or a distance from now such as {@code -5m}. All in UTC. */
record TimeField(String column, Clock clock) implements JqlField {
    private static final Pattern DISTANCE = Pattern.compile("([+-]?)(\\d{1,6})([mhdw])");
    private static final Map<String, Duration> UNITS = Map.of("m", Duration.ofMinutes(1), "h", Duration.ofHours(1), "d", Duration.ofDays(1), "w", Duration.ofDays(7));

    @Override
    public Fragment condition(Clause.Term term, List<Operand> operands) {
        if (!(operands.get(0) instanceof Operand.Literal literal)) {
            throw JqlField.unsupported(term);
        }
        return switch (term.operator()) {
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUALS -> Fragment.of(column + " " + term.operator().sign() + " ?", moment(term, literal.text()));
            default -> throw JqlField.unsupported(term);
        };
    }

    private Instant moment(Clause.Term term, String text) {
        Matcher distance = DISTANCE.matcher(text);
        if (distance.matches()) {
            Duration length = UNITS.get(distance.group(3)).multipliedBy(Long.parseLong(distance.group(2)));
            return distance.group(1).equals("-") ? clock.instant().minus(length) : clock.instant().plus(length);
        }
        try {
            String normal = text.replace('/', '-');
            LocalDateTime time = normal.contains(":") ? LocalDateTime.parse(normal, DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")) : LocalDate.parse(normal).atStartOfDay();
            return time.toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new JqlError("Date value '" + text + "' for field '" + term.field() + "' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm',"
                    + " 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.");
        }
    }
}
