package health.malasakit.scheduling;

/**
 * A visit that stays booked until somebody acts.
 *
 * @param patientDied true: nobody is called, it is cancelled at the clinic; false: a closure was
 *     laid over it, and it moves
 */
public record VisitToMove(Visit visit, boolean patientDied) {}
