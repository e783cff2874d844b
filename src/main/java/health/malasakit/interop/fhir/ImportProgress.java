package health.malasakit.interop.fhir;

/** Hears how far an import is. */
@FunctionalInterface
public interface ImportProgress {

  /**
   * Called after every hundred resources and at the end of each file.
   *
   * @param file its name
   * @param pass 1: what others refer to; 2 and 3: what refers to it
   * @param resources read so far, in all files
   */
  void at(String file, int pass, int resources);
}
