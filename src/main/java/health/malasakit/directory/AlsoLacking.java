package health.malasakit.directory;

import java.util.List;

/** What a module above knows to be missing before a clinic's first call: weekly sessions, say. */
public interface AlsoLacking {

  /** Empty when nothing is missing; asked in the scope of a person who may see the clinic. */
  List<Lack> of(Clinic clinic);
}
