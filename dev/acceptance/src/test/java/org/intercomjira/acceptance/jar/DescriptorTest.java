package org.intercomjira.acceptance.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** {@code atlassian-plugin.xml} as it stands in the JAR. */
class DescriptorTest {
    private static final String FROZEN = "org/intercomjira/upgrade/";
    private final Jar jar = Jar.ofThePlugin();
    private Document descriptor;

    @BeforeEach
    void parse() throws Exception {
        descriptor = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(jar.entries().get("atlassian-plugin.xml")));
    }

    @Test
    void itIsAVersionTwoPluginWithTheKeyOfTheManifest() {
        Element root = descriptor.getDocumentElement();
        assertThat(root.getAttribute("plugins-version")).isEqualTo("2");
        assertThat(root.getAttribute("key")).isEqualTo(jar.manifest().getValue("Atlassian-Plugin-Key"));
        assertThat(jar.text("atlassian-plugin.xml")).as("unfiltered placeholders").doesNotContain("${");
    }

    @Test
    void itSaysThatItIsMadeForDataCenter() {
        assertThat(elements("param").stream().map(param -> param.getAttribute("name") + "=" + param.getTextContent()))
                .contains("atlassian-data-center-compatible=true", "atlassian-data-center-status=compatible");
    }

    @Test
    void tablesHaveAFixedNamespaceSoThatTheyAreFoundAgain() {
        assertThat(elements("ao")).singleElement().satisfies(ao -> assertThat(ao.getAttribute("namespace")).isEqualTo("org.intercomjira"));
    }

    /** But for the frozen tables of upgrades, which stand for what older versions made. */
    @Test
    void everyTableOfThePluginIsDeclaredBecauseJiraMakesNoOther() {
        ClassModel classes = new ClassModel();
        jar.classes().forEach(classes::add);
        assertThat(elements("entity").stream().map(Element::getTextContent)).containsExactlyInAnyOrderElementsOf(classes.types()
                .filter(type -> type.supertypes().contains("net/java/ao/RawEntity") && !type.name().startsWith(FROZEN)).map(type -> Member.className(type.name())).toList());
    }

    @Test
    void restIsVersionTwoAtThePromisedAddress() {
        assertThat(elements("rest")).singleElement().satisfies(rest -> {
            assertThat(rest.getAttribute("path")).isEqualTo("/intercom");
            assertThat(rest.getAttribute("version")).isEqualTo("1.0");
        });
        assertThat(elements("rest-migration")).singleElement().satisfies(migration ->
                assertThat(migration.getElementsByTagName("rest-v2").getLength()).isEqualTo(1));
    }

    @Test
    void noComponentsAreDeclaredBecauseTheScannerIndexDoes() {
        assertThat(elements("component")).isEmpty();
        assertThat(elements("component-import")).isEmpty();
    }

    @Test
    void everyModuleHasAKeyOfItsOwn() {
        List<String> keys = modules().stream().map(module -> module.getAttribute("key")).toList();
        assertThat(keys).doesNotHaveDuplicates().allSatisfy(key -> assertThat(key).isNotBlank());
    }

    @Test
    void everyClassOfThePluginThatIsNamedIsInTheJar() {
        assertThat(matches("(?:class=\"|<entity>|<function-class>)(org\\.intercomjira\\.[\\w.$]+)").map(match -> match.group(1).replace('.', '/') + ".class"))
                .isNotEmpty().isSubsetOf(jar.entries().keySet());
    }

    @Test
    void everyFileThatIsNamedIsInTheJar() {
        assertThat(elements("resource").stream().filter(resource -> !resource.getAttribute("type").equals("i18n"))
                .map(resource -> resource.getAttribute("location")).filter(location -> !location.endsWith("/"))).isSubsetOf(jar.entries().keySet());
    }

    @Test
    void everyTextKeyThatIsNamedHasAText() throws Exception {
        Properties texts = new Properties();
        texts.load(new StringReader(jar.text("i18n/intercom.properties")));
        assertThat(matches("(?:i18n-name-key|<(?:label|description|tooltip)[^>]* key)=\"([^\"]+)\"").map(match -> match.group(1)))
                .isNotEmpty().isSubsetOf(texts.stringPropertyNames());
    }

    private List<Element> elements(String name) {
        return list(descriptor.getElementsByTagName(name));
    }

    private List<Element> modules() {
        Set<String> notModules = Set.of("plugin-info", "resource");
        return list(descriptor.getDocumentElement().getChildNodes()).stream().filter(element -> !notModules.contains(element.getTagName())).toList();
    }

    private static List<Element> list(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    private Stream<MatchResult> matches(String pattern) {
        return Pattern.compile(pattern).matcher(jar.text("atlassian-plugin.xml")).results();
    }
}
