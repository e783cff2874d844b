package health.malasakit.interop.fhir;

/** Where something stands: a file and the number of a resource in it, from 0. */
record Place(String file, int index) {

  Refusal refuse(String path, String rule) {
    return new Refusal(file, index, path, rule);
  }
}
