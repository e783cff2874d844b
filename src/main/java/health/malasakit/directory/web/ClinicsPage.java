package health.malasakit.directory.web;

import java.util.List;

/** The clinics this person works for. */
public record ClinicsPage(List<Card> clinics) {

  /**
   * One clinic.
   *
   * @param open whether callers expect somebody there now, and until or from when
   * @param ready how far its set-up is
   */
  public record Card(
      String name, String href, String number, String open, List<ListPage.Mark> ready) {}
}
