package health.malasakit.guards;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/**
 * Sentences for people that stand in Java and not in a message bundle. What only a developer or an
 * operator reads is no such sentence: reasons in annotations, lines of the log, messages of
 * exceptions for bugs, {@code toString}.
 */
final class Spoken {

  /** Their descriptions are the help that a person reads. */
  private static final Set<String> ANNOTATIONS_READ = Set.of("Command", "Option", "Parameters");

  /** What the terminal says about wrong usage. */
  private static final Set<String> EXCEPTIONS_READ =
      Set.of("TypeConversionException", "ParameterException");

  private static final Pattern THREE_WORDS =
      Pattern.compile("\\b[A-Za-z][a-z']+[,;:]? [a-z']+[,;:]? [a-z']+");
  private static final Pattern CAPITAL =
      Pattern.compile("^\\W*[A-Z][a-z']+ [a-z].*", Pattern.DOTALL);
  private static final Pattern PERIOD = Pattern.compile(".* .*[a-z][.?!]$", Pattern.DOTALL);
  private static final Pattern SQL =
      Pattern.compile(
          "\\s*(select|insert|update|delete|with|where|and|or|on|order|group|from|values|grant"
              + "|revoke|create|alter|drop|lock|set|do|call|union|left|join|having|for|limit|case"
              + "|not|exists|analyze|begin|listen|notify)\\b.*[=_.(;:*%\"].*",
          Pattern.DOTALL);

  private final Path root;
  private final Map<String, String> exempt;
  private final List<String> findings = new ArrayList<>();

  private Spoken(Path root, Map<String, String> exempt) {
    this.root = root.toAbsolutePath();
    this.exempt = exempt;
  }

  /**
   * Each sentence with its file.
   *
   * @param exempt beginnings of findings, each with its reason
   */
  static List<String> findings(Path root, Map<String, String> exempt) {
    var spoken = new Spoken(root, exempt);
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var all = Files.walk(root);
        var files = compiler.getStandardFileManager(null, null, null)) {
      var java = all.filter(path -> path.toString().endsWith(".java")).sorted().toList();
      var task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(java));
      for (var unit : task.parse()) {
        spoken.new Reader(unit).scan(unit, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return spoken.findings;
  }

  static boolean sentence(String text) {
    return !SQL.matcher(text).matches()
        && (THREE_WORDS.matcher(text).find()
            || CAPITAL.matcher(text).matches()
            || PERIOD.matcher(text).matches());
  }

  private final class Reader extends TreePathScanner<Void, Void> {

    private final Path file;

    Reader(CompilationUnitTree unit) {
      this.file = root.relativize(Path.of(unit.getSourceFile().toUri()));
    }

    @Override
    public Void visitLiteral(LiteralTree literal, Void nothing) {
      if (literal.getValue() instanceof String text && sentence(text)) {
        var finding = file + ": " + text.strip();
        if (exempt.keySet().stream().noneMatch(finding::startsWith)) {
          findings.add(finding);
        }
      }
      return null;
    }

    @Override
    public Void visitAnnotation(AnnotationTree annotation, Void nothing) {
      return ANNOTATIONS_READ.contains(simple(annotation.getAnnotationType()))
          ? super.visitAnnotation(annotation, nothing)
          : null;
    }

    @Override
    public Void visitNewClass(NewClassTree made, Void nothing) {
      var type = simple(made.getIdentifier());
      var bug = type.endsWith("Exception") || type.endsWith("Error");
      return bug && !EXCEPTIONS_READ.contains(type) ? null : super.visitNewClass(made, nothing);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
      var called = call.getMethodSelect().toString();
      return called.startsWith("LOG.") || called.equals("Pattern.compile")
          ? null
          : super.visitMethodInvocation(call, nothing);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      return method.getName().contentEquals("toString") ? null : super.visitMethod(method, nothing);
    }

    private static String simple(Tree type) {
      var name = type.toString();
      return name.substring(name.lastIndexOf('.') + 1);
    }
  }
}
