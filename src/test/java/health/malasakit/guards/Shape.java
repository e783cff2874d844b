package health.malasakit.guards;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/** What STYLE.md measures, found in a tree of sources. Each finding is one line. */
final class Shape {

  static final int FILE_LINES_MAX = 250;
  static final int METHOD_LINES_MAX = 40;
  static final int PARAMETERS_MAX = 4;

  /** A bean names its collaborators, each once; what it is asked has few words all the same. */
  static final int COLLABORATORS_MAX = 8;

  static final int TEMPLATE_LINES_MAX = 80;
  static final int PACKAGE_FILES_MAX = 50;

  private static final List<String> BANNED =
      List.of(
          "Service", "Manager", "Helper", "Util", "Utils", "Impl", "Dto", "Entity", "Common",
          "Base");

  /** Only the clock that is passed in tells the time. */
  private static final Set<String> CLOCKS =
      Set.of(
          "Instant.now",
          "LocalDate.now",
          "LocalDateTime.now",
          "OffsetDateTime.now",
          "ZonedDateTime.now",
          "System.currentTimeMillis");

  private final Path root;
  private final Map<String, String> exempt;
  private final List<String> findings = new ArrayList<>();

  private Shape(Path root, Map<String, String> exempt) {
    this.root = root.toAbsolutePath();
    this.exempt = exempt;
  }

  /**
   * Everything that is not as STYLE.md has it.
   *
   * @param exempt beginnings of findings, each with its reason
   */
  static List<String> findings(Path root, Map<String, String> exempt) {
    var shape = new Shape(root, exempt);
    var java = files(root, ".java");
    java.forEach(shape::fileLines);
    files(root, ".jte").forEach(shape::templateLines);
    shape.packageFiles(java);
    shape.trees(java);
    return shape.findings;
  }

  /** Files of tests that are too long; nothing else of STYLE.md's measures is asked of them. */
  static List<String> longTests(Path root) {
    var shape = new Shape(root, Map.of());
    files(root, ".java").forEach(shape::fileLines);
    return shape.findings;
  }

  private static List<Path> files(Path root, String end) {
    try (var all = Files.walk(root)) {
      return all.filter(path -> path.toString().endsWith(end)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void found(Path file, String what) {
    var finding = root.relativize(file.toAbsolutePath()) + ": " + what;
    if (exempt.keySet().stream().noneMatch(finding::startsWith)) {
      findings.add(finding);
    }
  }

  private void fileLines(Path file) {
    longerThan(file, FILE_LINES_MAX);
  }

  private void templateLines(Path file) {
    longerThan(file, TEMPLATE_LINES_MAX);
  }

  private void longerThan(Path file, int max) {
    try (var lines = Files.lines(file)) {
      var count = lines.count();
      if (count > max) {
        found(file, count + " lines, " + max + " at most");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files that lie directly in a package. */
  private void packageFiles(List<Path> java) {
    java.stream()
        .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()))
        .forEach((directory, count) -> {
          if (count > PACKAGE_FILES_MAX) {
            found(directory, count + " files, " + PACKAGE_FILES_MAX + " at most");
          }
        });
  }

  private void trees(List<Path> java) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(java));
      List<CompilationUnitTree> units = new ArrayList<>();
      for (var unit : task.parse()) {
        new Reader(unit, DocTrees.instance(task)).scan(unit, null);
        units.add(unit);
      }
      new Defaults(units).each((unit, what) -> found(Path.of(unit.getSourceFile().toUri()), what));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Reader extends TreePathScanner<Void, Void> {

    private final CompilationUnitTree unit;
    private final DocTrees trees;
    private final Path file;

    Reader(CompilationUnitTree unit, DocTrees trees) {
      this.unit = unit;
      this.trees = trees;
      this.file = Path.of(unit.getSourceFile().toUri());
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      var name = type.getSimpleName().toString();
      BANNED.stream()
          .filter(word -> name.endsWith(word))
          .forEach(word -> found(file, name + " ends in the banned word " + word));
      var outer = getCurrentPath().getParentPath().getLeaf() instanceof CompilationUnitTree;
      if (outer && type.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
        publicType(name, type.getKind() == Tree.Kind.RECORD);
      }
      return super.visitClass(type, nothing);
    }

    /**
     * Templates need what they show to be public: pages, forms, and records that are their parts.
     */
    private void publicType(String name, boolean record) {
      if (trees.getDocComment(getCurrentPath()) == null) {
        found(file, name + " is public and has no Javadoc");
      }
      var web = String.valueOf(unit.getPackageName()).endsWith(".web");
      if (web && !record && !name.endsWith("Page") && !name.endsWith("Form")) {
        found(file, name + " is public in web and no page or form");
      }
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      var name = method.getName() + "()";
      var lines = line(method, false) - line(method, true) + 1;
      if (lines > METHOD_LINES_MAX) {
        found(file, name + " has " + lines + " lines, " + METHOD_LINES_MAX + " at most");
      }
      parameters(method, name);
      return super.visitMethod(method, nothing);
    }

    /** A record's canonical constructor takes its components: they are data, and have no cap. */
    private void parameters(MethodTree method, String name) {
      var type = (ClassTree) getCurrentPath().getParentPath().getLeaf();
      var constructor = name.equals("<init>()");
      if (constructor && type.getKind() == Tree.Kind.RECORD) {
        return;
      }
      int most = constructor ? COLLABORATORS_MAX : PARAMETERS_MAX;
      int there = method.getParameters().size();
      if (there > most) {
        var who = constructor ? "the constructor of " + type.getSimpleName() : name;
        found(file, who + " has " + there + " parameters, " + most + " at most");
      }
    }

    /** From the name to the closing brace: annotations and Javadoc do not count. */
    private long line(MethodTree method, boolean start) {
      var positions = trees.getSourcePositions();
      var position =
          start && method.getBody() != null
              ? positions.getStartPosition(unit, method.getBody())
              : positions.getEndPosition(unit, method);
      return unit.getLineMap().getLineNumber(position);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
      if (CLOCKS.contains(call.getMethodSelect().toString()) && call.getArguments().isEmpty()) {
        found(file, call.getMethodSelect() + "() instead of the clock");
      }
      return super.visitMethodInvocation(call, nothing);
    }

    @Override
    public Void visitCatch(CatchTree tree, Void nothing) {
      var caught = tree.getParameter().getType().toString();
      if (Stream.of("Exception", "Throwable").anyMatch(caught::equals)) {
        found(file, "catches " + caught);
      }
      return super.visitCatch(tree, nothing);
    }
  }
}
