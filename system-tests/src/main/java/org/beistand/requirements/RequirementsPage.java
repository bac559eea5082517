package org.beistand.requirements;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes {@code docs/requirements.md}. Runs from its source alone: {@code ./beistand requirements}. */
public final class RequirementsPage {
    private static final String ORGANISATIONAL = "organisational (not software)";

    private final Path root;
    private final Map<String, Requirement> requirements = new LinkedHashMap<>();
    private final Map<String, List<Proof>> proofs = new TreeMap<>();
    private final List<String> mistakes = new ArrayList<>();

    /** One row of the table. */
    record Requirement(String id, String lines, String statement, String chapter) {
        String document() {
            return id.substring(0, id.indexOf('-'));
        }
    }

    /** @param root the project's folder */
    public RequirementsPage(Path root) throws IOException {
        this.root = root;
        for (String line : Files.readAllLines(root.resolve("docs/requirements.tsv"))) {
            String[] cells = line.split("\t", -1);
            if (!cells[0].equals("id")) {
                requirements.put(cells[0], new Requirement(cells[0], cells[1], cells[2], cells[3]));
            }
        }
        for (Proof proof : ProofReader.proofsIn(tests())) {
            if (requirements.containsKey(proof.id())) {
                proofs.computeIfAbsent(proof.id(), id -> new ArrayList<>()).add(proof);
            } else {
                mistakes.add("no requirement has the id " + proof.id() + ": " + proof.test());
            }
        }
    }

    /** The page as it should be. */
    public String page() {
        StringBuilder page = new StringBuilder();
        long organisational =
                requirements.values().stream().filter(this::organisational).count();
        page.append("# Requirements and the tests that prove them\n\n")
                .append("Written by `./beistand requirements` from `docs/requirements.tsv` and the tags on the tests. ")
                .append("Do not edit it: a test fails when it is out of date.\n\n")
                .append("| statements | named by a test | organisational | open |\n|---|---|---|---|\n")
                .append("| %d | %d | %d | %d |%n"
                        .formatted(
                                requirements.size(),
                                proofs.size(),
                                organisational,
                                requirements.size() - proofs.size() - organisational)
                        .replace("\r", ""));
        String document = "";
        for (Requirement one : requirements.values()) {
            if (!one.document().equals(document)) {
                document = one.document();
                page.append("\n## Document ").append(document).append("\n\n");
                page.append("| id | statement | chapter | proved by |\n|---|---|---|---|\n");
            }
            page.append("| ").append(one.id());
            page.append(" | ").append(one.statement().replace("|", "\\|"));
            page.append(" | ").append(one.chapter().equals(ORGANISATIONAL) ? "" : one.chapter());
            page.append(" | ").append(provedBy(one)).append(" |\n");
        }
        return page.toString();
    }

    /** Tags that name no requirement. */
    public List<String> mistakes() {
        return List.copyOf(mistakes);
    }

    /** Whether the table has that id. */
    public boolean knows(String id) {
        return requirements.containsKey(id);
    }

    /** How many statements the table has. */
    public int count() {
        return requirements.size();
    }

    /** How many of them a test names. */
    public int proved() {
        return proofs.size();
    }

    private boolean organisational(Requirement one) {
        return one.chapter().equals(ORGANISATIONAL) && !proofs.containsKey(one.id());
    }

    private String provedBy(Requirement one) {
        List<Proof> found = proofs.get(one.id());
        if (found == null) {
            return organisational(one) ? "organisational" : "open";
        }
        List<String> links = found.stream()
                .sorted(Comparator.comparing(Proof::test))
                .map(proof -> "[%s](../%s)"
                        .formatted(
                                proof.test(),
                                root.relativize(proof.file()).toString().replace('\\', '/')))
                .distinct()
                .toList();
        return String.join("<br>", links);
    }

    private List<Path> tests() throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> modules = Files.list(root)) {
            for (Path module : modules.sorted().toList()) {
                Path folder = module.resolve("src/test/java");
                if (Files.isDirectory(folder)) {
                    try (Stream<Path> files = Files.walk(folder)) {
                        files.filter(file -> file.toString().endsWith(".java"))
                                .sorted()
                                .forEach(all::add);
                    }
                }
            }
        }
        return all;
    }

    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments.length == 0 ? "." : arguments[0])
                .toAbsolutePath()
                .normalize();
        RequirementsPage page = new RequirementsPage(root);
        if (!page.mistakes().isEmpty()) {
            page.mistakes().forEach(System.err::println);
            System.exit(1);
        }
        Files.writeString(root.resolve("docs/requirements.md"), page.page());
        System.out.println(
                "docs/requirements.md: " + page.proved() + " of " + page.count() + " statements are named by a test");
    }
}
