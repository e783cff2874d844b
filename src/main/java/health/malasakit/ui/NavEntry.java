package health.malasakit.ui;

/**
 * An entry of the rail, contributed by a module as a bean.
 *
 * @param label key of the words, for example {@code nav.home}
 * @param icon name in the icon sprite, for example {@code home}
 * @param order place from the top; the gaps of ten are for others
 * @param object what a person must be allowed to touch, empty when everybody may
 * @param verb what she must be allowed to do with it
 * @param keys keys that go there, for example {@code g h}; empty when none
 * @param floats address of what this module floats over every page; empty when nothing
 */
public record NavEntry(
    String label,
    String href,
    String icon,
    int order,
    String object,
    String verb,
    String keys,
    String floats) {

  /** An entry of which nothing floats over other pages; the rest as above. */
  public NavEntry(
      String label, String href, String icon, int order, String object, String verb, String keys) {
    this(label, href, icon, order, object, verb, keys, "");
  }

  /** An entry that everybody who is signed in sees; label, address, icon and order as above. */
  public NavEntry(String label, String href, String icon, int order) {
    this(label, href, icon, order, "", "", "", "");
  }

  /** The same entry with keys that go there. */
  public NavEntry byKeys(String pressed) {
    return new NavEntry(label, href, icon, order, object, verb, pressed, floats);
  }

  /** The same entry with what floats over every page of who may see the entry. */
  public NavEntry floating(String address) {
    return new NavEntry(label, href, icon, order, object, verb, keys, address);
  }

  /** True when the path is this entry's page or one below it. */
  public boolean leadsTo(String path) {
    return path.equals(href) || (href.length() > 1 && path.startsWith(href + "/"));
  }

  boolean everybody() {
    return object.isEmpty();
  }
}
