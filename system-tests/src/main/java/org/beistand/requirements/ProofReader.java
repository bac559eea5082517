package org.beistand.requirements;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Reads the tags of tests. */
final class ProofReader extends TreeScanner<Void, Void> {
    private final Path file;
    private final Deque<String> names = new ArrayDeque<>();
    private final List<Proof> found = new ArrayList<>();

    private ProofReader(Path file) {
        this.file = file;
    }

    static List<Proof> proofsIn(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Proof> all = new ArrayList<>();
        if (files.isEmpty()) {
            return all;
        }
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            for (CompilationUnitTree unit : task.parse()) {
                ProofReader reader =
                        new ProofReader(Path.of(unit.getSourceFile().toUri()));
                reader.scan(unit, null);
                all.addAll(reader.found);
            }
        }
        return all;
    }

    @Override
    public Void visitClass(ClassTree tree, Void nothing) {
        names.addLast(tree.getSimpleName().toString());
        super.visitClass(tree, nothing);
        names.removeLast();
        return nothing;
    }

    @Override
    public Void visitMethod(MethodTree tree, Void nothing) {
        names.addLast(tree.getName().toString());
        super.visitMethod(tree, nothing);
        names.removeLast();
        return nothing;
    }

    @Override
    public Void visitAnnotation(AnnotationTree tree, Void nothing) {
        String type = tree.getAnnotationType().toString();
        if (type.equals("Tag") || type.equals("org.junit.jupiter.api.Tag")) {
            tree.getArguments().forEach(this::tagged);
        }
        return super.visitAnnotation(tree, nothing);
    }

    private void tagged(ExpressionTree argument) {
        ExpressionTree value = argument instanceof AssignmentTree named ? named.getExpression() : argument;
        // A tag that is not written out cannot be looked up: its text stands for the id and is told as unknown.
        String id = value instanceof LiteralTree literal ? String.valueOf(literal.getValue()) : value.toString();
        // A tag without a digit names a kind of test, not a requirement.
        if (value instanceof LiteralTree && id.chars().noneMatch(Character::isDigit)) {
            return;
        }
        found.add(new Proof(id, String.join(".", names), file));
    }
}
