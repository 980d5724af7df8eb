package org.intercomjira.bench;

import java.util.Map;
import java.util.SplittableRandom;
import org.intercomjira.bench.Databases.Kind;
import org.intercomjira.link.LinkResource;

/** Whether the links of all other issues make the panel of one issue slower. */
final class LinkList implements Measurement {
    private static final int FEW = 1_000;
    private static final int MANY = 1_000_000;
    private static final int LINKS_OF_AN_ISSUE = 2;
    /** As many in both tables: a panel is opened again and again for the same issues, whatever else is in the table. */
    private static final int ISSUES_LOOKED_AT = FEW / LINKS_OF_AN_ISSUE;
    private static final long FIRST_ISSUE = 100_000;
    private static final double MOST = 1.2;

    @Override
    public void measure(Databases databases, Results results) throws Exception {
        for (Kind kind : Kind.values()) {
            try (Site few = new Site(databases.open(kind), databases.newFolder()); Site many = new Site(databases.open(kind), databases.newFolder())) {
                Links small = new Links(few.connect("no-token"), FEW);
                Links large = new Links(many.connect("no-token"), MANY);
                int statements = many.statements().during(() -> large.get(0L));
                Duel.Result result = new Duel(400).between(large::get, small::get);
                results.add(Figure.atMost(MOST, "", "links.of-an-issue/" + kind.text(), result.ratio(), "the resource's GET with " + statements
                        + " query, for any of the same " + ISSUES_LOOKED_AT + " issues: " + result.detail("1,000,000 links", "1,000 links")));
                Duel.Result cold = new Duel(400).between(large::getAny, small::get);
                results.add(Figure.forInformation("", "links.of-an-issue-never-seen/" + kind.text(), cold.ratio(),
                        "for any of 500,000 issues, most of which are in no cache of the database: " + cold.detail("1,000,000 links", "1,000 links")));
            }
        }
    }

    private static final class Links {
        private final LinkResource resource;
        private final SplittableRandom random = new SplittableRandom(7);
        private final int issues;

        Links(Site site, int count) throws Exception {
            resource = site.make(LinkResource.class);
            issues = count / LINKS_OF_AN_ISSUE;
            site.link(1, "215475827415413");
            site.rows().multiply("LINK", count, Map.of("ISSUE_ID", FIRST_ISSUE + " + mod(n, " + issues + ")", "LINK_KEY", "'link:' || n",
                    "CONVERSATION_ID", "'' || (215475827000000 + n)"));
            get(0L);
        }

        /** Issues that lie far from each other. */
        long get(int number) throws Exception {
            return get((long) random.nextInt(ISSUES_LOOKED_AT) * (issues / ISSUES_LOOKED_AT));
        }

        long getAny(int number) throws Exception {
            return get((long) random.nextInt(issues));
        }

        private long get(long issue) throws Exception {
            String key = "DEMO-" + (FIRST_ISSUE + issue);
            Object[] body = new Object[1];
            long nanos = Duel.time(() -> body[0] = resource.list(key).getEntity());
            if (!((String) body[0]).contains("\"count\":" + LINKS_OF_AN_ISSUE)) {
                throw new IllegalStateException("Not the links of " + key + ": " + body[0]);
            }
            return nanos;
        }
    }
}
