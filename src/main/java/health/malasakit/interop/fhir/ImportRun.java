package health.malasakit.interop.fhir;

import health.malasakit.kernel.OrganizationId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One import while it goes on: for whom, what it has counted, and the names looked up lately. */
final class ImportRun {

  /** How facts name their source when the clinic has one system only. */
  private static final String SOURCE = "fhir";

  private static final int NAMES_REMEMBERED_MAX = 20_000;

  private final OrganizationId organization;
  private final UUID id;
  private final String system;
  private final ImportTally tally = new ImportTally();
  private final Map<String, Known> lately =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > NAMES_REMEMBERED_MAX;
        }
      };

  /**
   * An import that begins.
   *
   * @param system name of the system that the files come from; empty for the clinic's only one
   */
  ImportRun(OrganizationId organization, UUID id, String system) {
    this.organization = organization;
    this.id = id;
    this.system = system;
  }

  OrganizationId organization() {
    return organization;
  }

  UUID id() {
    return id;
  }

  ImportTally tally() {
    return tally;
  }

  /** How facts name their source. */
  String source() {
    return system.isEmpty() ? SOURCE : SOURCE + ":" + system;
  }

  /** A name as this system means it: two systems may call different things {@code Patient/1}. */
  String meant(String name) {
    return system.isEmpty() ? name : system + "\n" + name;
  }

  /** Within its own file a name means the resource there, whatever has that name elsewhere. */
  void remember(String file, Collection<String> names, Known known) {
    names.forEach(name -> lately.put(file + "\n" + name, known));
  }

  /** The row of that name: in the same file, else the one that alone has it; looked up once. */
  Known.Answer find(KnownStore store, String file, String name) {
    for (String key : List.of(file + "\n" + name, name)) {
      Known remembered = lately.get(key);
      if (remembered != null) {
        return new Known.Answer.One(remembered);
      }
    }
    List<Known> found = store.find(organization, meant(name));
    if (found.size() == 1) {
      lately.put(name, found.getFirst());
      return new Known.Answer.One(found.getFirst());
    }
    return found.isEmpty() ? new Known.Answer.None() : new Known.Answer.Several();
  }

  /** Names may mean something else from now on. */
  void forget() {
    lately.clear();
  }
}
