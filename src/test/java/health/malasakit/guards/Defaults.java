package health.malasakit.guards;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseLabelTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.DeconstructionPatternTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.PatternTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Switches over enums and sealed types of ours that have a {@code default}: a new status must break
 * the build wherever it was forgotten. Told by the labels, since the sources are parsed and not
 * compiled: a constant of an enum of ours, or a pattern of a type of ours.
 */
final class Defaults {

  private final Set<String> enums = new HashSet<>();
  private final Set<String> constants = new HashSet<>();
  private final Set<String> types = new HashSet<>();
  private final List<CompilationUnitTree> units;

  Defaults(List<CompilationUnitTree> units) {
    this.units = units;
    units.forEach(unit -> new Ours().scan(unit, null));
  }

  /** Gives each unit and what stands in it, in words. */
  void each(BiConsumer<CompilationUnitTree, String> finding) {
    units.forEach(unit -> new Switches(unit, finding).scan(unit, null));
  }

  private final class Ours extends TreeScanner<Void, Void> {

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      if (!String.valueOf(type.getExtendsClause()).endsWith("Exception")) {
        types.add(type.getSimpleName().toString());
      }
      if (type.getKind() == Tree.Kind.ENUM) {
        enums.add(type.getSimpleName().toString());
        type.getMembers().stream()
            .filter(VariableTree.class::isInstance)
            .map(VariableTree.class::cast)
            .filter(field -> field.getType().toString().equals(type.getSimpleName().toString()))
            .forEach(constant -> constants.add(constant.getName().toString()));
      }
      return super.visitClass(type, nothing);
    }
  }

  private final class Switches extends TreeScanner<Void, Void> {

    private final CompilationUnitTree unit;
    private final BiConsumer<CompilationUnitTree, String> finding;

    Switches(CompilationUnitTree unit, BiConsumer<CompilationUnitTree, String> finding) {
      this.unit = unit;
      this.finding = finding;
    }

    @Override
    public Void visitSwitch(SwitchTree tree, Void nothing) {
      look(tree.getExpression(), tree.getCases());
      return super.visitSwitch(tree, nothing);
    }

    @Override
    public Void visitSwitchExpression(SwitchExpressionTree tree, Void nothing) {
      look(tree.getExpression(), tree.getCases());
      return super.visitSwitchExpression(tree, nothing);
    }

    private void look(ExpressionTree over, List<? extends CaseTree> cases) {
      var labels = cases.stream().flatMap(one -> one.getLabels().stream()).toList();
      if (labels.stream().anyMatch(DefaultCaseLabelTree.class::isInstance)
          && labels.stream().anyMatch(this::isOurs)) {
        finding.accept(unit, "the switch over " + over + " has a default");
      }
    }

    private boolean isOurs(CaseLabelTree label) {
      return switch (label) {
        case ConstantCaseLabelTree constant -> isOurs(constant.getConstantExpression());
        case PatternCaseLabelTree pattern -> isOurs(pattern.getPattern());
        default -> false;
      };
    }

    private boolean isOurs(ExpressionTree constant) {
      return switch (constant) {
        case IdentifierTree name -> constants.contains(name.getName().toString());
        case MemberSelectTree select -> enums.contains(last(select.getExpression().toString()));
        default -> false;
      };
    }

    private boolean isOurs(PatternTree pattern) {
      return switch (pattern) {
        case BindingPatternTree binding -> isOurs(binding.getVariable().getType().toString());
        case DeconstructionPatternTree record -> isOurs(record.getDeconstructor().toString());
        default -> false;
      };
    }

    /** By its import, else by its name; {@code Status.Booked} is as its outermost type is. */
    private boolean isOurs(String type) {
      var outer = type.replaceFirst("[.<].*", "");
      return unit.getImports().stream()
              .map(one -> one.getQualifiedIdentifier().toString())
              .filter(name -> last(name).equals(outer))
              .map(name -> name.startsWith("health.malasakit."))
              .findFirst()
              .orElse(true)
          && types.contains(last(type.replaceFirst("<.*", "")));
    }

    private static String last(String name) {
      return name.substring(name.lastIndexOf('.') + 1);
    }
  }
}
