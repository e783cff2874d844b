/**
 * What is to be told of visits: planned, held until an hour that she accepts, handed over once, and
 * followed until it arrived or a person has to see to it.
 */
@NamedInterface("ledger")
@NullMarked
package health.malasakit.messaging.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
