package org.beistand.architecture;

import com.sun.source.tree.CaseLabelTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.tools.Diagnostic;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * What compiled classes no longer tell, read off the sources with the compiler's own eyes.
 *
 * @param switches how many switches were looked at
 * @param silentDefaults switches over a closed set of values that have a {@code default} all the same
 * @param ordinals uses of {@code Enum.ordinal()}
 * @param literals every text that stands in the code in letters
 */
record Sources(int switches, List<String> silentDefaults, List<String> ordinals, Set<String> literals) {

    /** The files of one module, compiled in the mind only. */
    static Sources of(List<Path> files) {
        Reader reader = new Reader();
        List<Path> modular =
                files.stream().filter(file -> file.endsWith("module-info.java")).toList();
        // Families that are sealed across packages are only accepted inside a named module.
        String path = System.getProperty("java.class.path");
        List<String> options = modular.isEmpty()
                ? List.of("-proc:none", "-classpath", path)
                : List.of("-proc:none", "--module-path", only(path, "jspecify"));
        try (StandardJavaFileManager manager =
                ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
            List<String> mistakes = new ArrayList<>();
            JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                    .getTask(
                            null,
                            manager,
                            found -> {
                                if (found.getKind() == Diagnostic.Kind.ERROR) {
                                    mistakes.add(found.toString());
                                }
                            },
                            options,
                            null,
                            manager.getJavaFileObjectsFromPaths(files));
            Iterable<? extends CompilationUnitTree> units = task.parse();
            task.analyze();
            if (!mistakes.isEmpty()) {
                throw new IllegalStateException("the sources could not be understood: " + mistakes.getFirst());
            }
            reader.trees = Trees.instance(task);
            units.forEach(unit -> reader.scan(unit, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Sources(reader.switches, reader.silentDefaults, reader.ordinals, reader.literals);
    }

    private static String only(String path, String part) {
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(entry -> entry.contains(part))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static final class Reader extends TreePathScanner<@Nullable Void, @Nullable Void> {
        @Nullable Trees trees;

        int switches;
        final List<String> silentDefaults = new ArrayList<>();
        final List<String> ordinals = new ArrayList<>();
        final Set<String> literals = new TreeSet<>();

        @Override
        public @Nullable Void visitSwitch(SwitchTree tree, @Nullable Void nothing) {
            looked(tree.getExpression(), tree.getCases());
            return super.visitSwitch(tree, nothing);
        }

        @Override
        public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void nothing) {
            looked(tree.getExpression(), tree.getCases());
            return super.visitSwitchExpression(tree, nothing);
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void nothing) {
            Element called = trees.getElement(new TreePath(getCurrentPath(), tree.getMethodSelect()));
            if (called != null) {
                String owner = called.getEnclosingElement().toString();
                if (called.getSimpleName().contentEquals("ordinal") && owner.startsWith("java.lang.Enum")) {
                    ordinals.add(where(tree));
                }
            }
            return super.visitMethodInvocation(tree, nothing);
        }

        @Override
        public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void nothing) {
            if (tree.getName().contentEquals("ordinal")) {
                ordinals.add(where(tree));
            }
            return super.visitMemberReference(tree, nothing);
        }

        @Override
        public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Void nothing) {
            if (tree.getValue() instanceof String text) {
                literals.add(text);
            }
            return super.visitLiteral(tree, nothing);
        }

        private void looked(ExpressionTree selector, List<? extends CaseTree> cases) {
            switches++;
            TypeMirror type = trees.getTypeMirror(new TreePath(getCurrentPath(), selector));
            boolean silent = cases.stream()
                    .flatMap(one -> one.getLabels().stream())
                    .anyMatch((CaseLabelTree label) -> label instanceof DefaultCaseLabelTree);
            if (silent && closed(type)) {
                silentDefaults.add(where(selector) + " over " + type);
            }
        }

        private static boolean closed(@Nullable TypeMirror type) {
            if (type == null) {
                return false;
            }
            if (type.getKind() == TypeKind.TYPEVAR) {
                return closed(((TypeVariable) type).getUpperBound());
            }
            return type instanceof DeclaredType declared
                    && (declared.asElement().getKind() == ElementKind.ENUM
                            || declared.asElement().getModifiers().contains(Modifier.SEALED));
        }

        private String where(Tree tree) {
            CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
            long line =
                    unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
            return Path.of(unit.getSourceFile().getName()).getFileName() + ":" + line;
        }
    }
}
