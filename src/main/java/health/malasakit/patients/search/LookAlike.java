package health.malasakit.patients.search;

import health.malasakit.patients.PatientCard;
import java.util.Set;

/**
 * A patient of the clinic who may be the one being registered.
 *
 * @param restricted show no facts of her; what is the same is her birth date at most
 * @param same what is the same, exactly or nearly
 * @param differs what differs and can be asked
 * @param weight how much speaks for it: {@link LookAlikes#ENOUGH} or more
 */
public record LookAlike(
    PatientCard card,
    String phone,
    String place,
    boolean restricted,
    Set<Found.Trait> same,
    Set<Found.Trait> differs,
    int weight) {

  @Override
  public String toString() {
    return "LookAlike[" + card.id() + "]";
  }
}
