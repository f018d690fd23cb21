/** A file in the data folder of a demo that has become a clinic of its own: it is never reset again. */
export const ownClinicMark = "own-clinic";
