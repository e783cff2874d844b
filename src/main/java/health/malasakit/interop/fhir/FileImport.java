package health.malasakit.interop.fhir;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.Scopes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports files in passes, so that what others refer to is there before them. A hundred resources
 * are one transaction, so that a corrupt tail does not lose what came before it; each of them is
 * taken whole or not at all.
 */
@Component
class FileImport {

  private static final int CHUNK = 100;

  private final Takers takers;
  private final ImportStore store;
  private final Audit audit;
  private final TransactionTemplate chunks;
  private final Clock clock;

  FileImport(
      Takers takers,
      ImportStore store,
      Audit audit,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.takers = takers;
    this.store = store;
    this.audit = audit;
    this.clock = clock;
    // Nested, so that a dry run has one transaction around all of them; otherwise each is its own.
    this.chunks = new TransactionTemplate(transactions);
    this.chunks.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  void importAll(ImportRun run, FhirFiles files, ImportProgress progress) {
    files.missing().forEach(run.tally()::broken);
    List<Pass> all = new ArrayList<>();
    for (FhirFile each : files.files()) {
      var file = new ImportStore.FileOf(run.organization(), run.id(), all.size());
      all.add(new Pass(run, file, each, progress));
    }
    for (int number = 0; number < ResourceFields.PASSES.size(); number++) {
      for (Pass pass : all) {
        pass.read(number);
      }
    }
    all.forEach(Pass::end);
  }

  private void begin(ImportStore.FileOf file, FhirFile of) {
    String nameHash = hash(of.name());
    var label = new ImportStore.Label(nameHash, size(of), Scopes.current().account());
    chunks.executeWithoutResult(transaction -> {
      store.begin(file, label, clock.instant());
      audit.done(
          new Act(
              file.organization(),
              "imported",
              "file",
              Optional.of(file.importId()),
              Optional.empty(),
              "fhir-r4, file " + file.number() + ", name " + nameHash.substring(0, 12)));
    });
  }

  private static long size(FhirFile file) {
    try {
      return file.size();
    } catch (IOException unreadable) {
      return 0;
    }
  }

  private static String hash(String name) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(name.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The readings of one file. */
  private final class Pass {

    private final ImportRun run;
    private final ImportStore.FileOf file;
    private final FhirFile from;
    private final ImportProgress progress;
    private final Set<String> types = new HashSet<>();
    private final List<Found.Resource> waiting = new ArrayList<>(CHUNK);
    private int number;
    private boolean whole = true;

    Pass(ImportRun run, ImportStore.FileOf file, FhirFile from, ImportProgress progress) {
      this.run = run;
      this.file = file;
      this.from = from;
      this.progress = progress;
    }

    /** Reads the file, unless nothing in it is wanted now. */
    void read(int pass) {
      number = pass;
      var wanted = ResourceFields.PASSES.get(pass);
      if (first()) {
        begin(file, from);
      }
      if (first() || wanted.stream().anyMatch(types::contains)) {
        ResourceReader.read(from, wanted, this::found);
        takeWaiting();
      }
    }

    void end() {
      String counts = SummaryJson.resources(run.tally().of(from.name()));
      chunks.executeWithoutResult(transaction -> store.end(file, counts, whole, clock.instant()));
    }

    private boolean first() {
      return number == 0;
    }

    private void found(Found found) {
      switch (found) {
        case Found.Resource resource -> resource(resource);
        case Found.Other(String type) -> other(type);
        case Found.Broken(Refusal refusal, String type) -> broken(refusal, type);
        case Found.Ended(Refusal refusal) -> ended(refusal);
      }
    }

    private void resource(Found.Resource resource) {
      if (resource.type().equals(ResourceFields.EXPLANATION_OF_BENEFIT)) {
        run.tally().passedOver(from.name(), resource.type());
        waiting.addAll(ContainedCoverage.of(resource));
      } else {
        waiting.add(resource);
      }
      if (waiting.size() >= CHUNK) {
        takeWaiting();
      }
    }

    private void other(String type) {
      if (first()) {
        types.add(type);
        if (!ResourceFields.taken(type)) {
          run.tally().passedOver(from.name(), type);
        }
      }
    }

    private void broken(Refusal refusal, String type) {
      if (!type.isEmpty()) {
        run.tally().refused(type, refusal);
      } else if (first()) {
        run.tally().refused(refusal);
      }
    }

    private void ended(Refusal refusal) {
      whole = false;
      if (first()) {
        run.tally().broken(refusal);
      }
    }

    private void takeWaiting() {
      if (!waiting.isEmpty()) {
        chunks.executeWithoutResult(transaction -> {
          store.alone(run.organization());
          waiting.forEach(resource -> takers.take(new Taking(run, resource, file)));
        });
        waiting.clear();
      }
      progress.at(from.name(), number + 1, run.tally().read());
    }
  }
}
