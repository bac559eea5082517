package org.beistand.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The page of libraries says what the build takes. */
class DependenciesTest {
    /** Whose version comes with a list of versions. */
    private static final Map<String, String> FAMILIES = Map.of(
            "io.netty", "netty-bom", "com.fasterxml.jackson.core", "jackson-bom", "org.junit.jupiter", "junit-bom");

    @Test
    void everyLibraryStandsOnThePageWithItsVersionAndEveryRowIsTaken() throws IOException {
        Map<String, String> taken = libraries();
        Map<String, String> rows = rows();
        assertTrue(taken.size() >= 15, () -> "too few libraries were found: " + taken);
        assertEquals(taken, rows);
    }

    private static Map<String, String> libraries() throws IOException {
        Document parent = read(Repository.root().resolve("pom.xml"));
        Map<String, String> versions = new TreeMap<>();
        for (Element one : elements(parent, "dependency", "path")) {
            if (!child(one, "version").isEmpty()) {
                versions.put(child(one, "artifactId"), resolved(child(one, "version"), parent));
            }
        }
        Map<String, String> taken = new TreeMap<>();
        for (Element one : elements(parent, "path")) {
            taken.put(child(one, "artifactId"), resolved(child(one, "version"), parent));
        }
        taken.put("palantirJavaFormat", resolved("${palantir-format.version}", parent));
        List<Element> asked = new ArrayList<>(directly(parent));
        try (Stream<Path> modules = Files.list(Repository.root())) {
            for (Path module : modules.sorted().toList()) {
                if (Files.exists(module.resolve("pom.xml"))) {
                    asked.addAll(elements(read(module.resolve("pom.xml")), "dependency"));
                }
            }
        }
        for (Element one : asked) {
            String name = child(one, "artifactId");
            if (!child(one, "groupId").equals("org.beistand")) {
                String version = versions.get(name);
                taken.put(name, version == null ? versions.get(FAMILIES.get(child(one, "groupId"))) : version);
            }
        }
        return taken;
    }

    /** Those that every module has. */
    private static List<Element> directly(Document parent) {
        return elements(parent, "dependency").stream()
                .filter(one -> one.getParentNode().getParentNode() == parent.getDocumentElement())
                .toList();
    }

    private static Map<String, String> rows() {
        Map<String, String> rows = new TreeMap<>();
        for (String line : Repository.read(Repository.root().resolve("docs/dependencies.md"))
                .lines()
                .toList()) {
            if (line.startsWith("| `")) {
                String[] cells = line.split("\\|");
                for (String name : cells[1].split(",")) {
                    rows.put(name.replace("`", "").strip(), cells[2].strip());
                }
            }
        }
        return rows;
    }

    private static String resolved(String version, Document parent) {
        if (!version.startsWith("${") || version.equals("${project.version}")) {
            return version;
        }
        return elements(parent, version.substring(2, version.length() - 1))
                .getFirst()
                .getTextContent()
                .strip();
    }

    private static List<Element> elements(Document document, String... names) {
        return Stream.of(names)
                .map(document::getElementsByTagName)
                .flatMap(found -> IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)))
                .toList();
    }

    private static String child(Element one, String name) {
        return one.getElementsByTagName(name).getLength() == 0
                ? ""
                : one.getElementsByTagName(name).item(0).getTextContent().strip();
    }

    private static Document read(Path pom) throws IOException {
        try {
            return Objects.requireNonNull(
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile()));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }
}
