package health.malasakit.access.web;

import java.util.List;

/** Recovery codes, shown this once; next is where she goes then. */
public record CodesPage(List<String> codes, String next) {

  @Override
  public String toString() {
    return "CodesPage";
  }
}
