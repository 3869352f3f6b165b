/** How long deliveries are kept. */
export const keptDays = 30;

/** Deliveries on one page. */
export const pageSize = 50;
