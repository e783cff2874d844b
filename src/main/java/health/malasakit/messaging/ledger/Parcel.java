package health.malasakit.messaging.ledger;

import java.util.List;

/** Lines that probably make one message: due now, to one address, in one language. */
record Parcel(List<EntryId> lines) {}
