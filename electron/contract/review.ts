/** Guidance ages: laws are replaced. After this many months an article says that it wants a look. */
export const REVIEW_MONTHS = 24

/**
 * @param lawAsOf ISO date up to which the article follows the law
 * @param today ISO date
 */
export function isPastReview(lawAsOf: string, today: string): boolean {
  const due = new Date(`${lawAsOf.slice(0, 10)}T00:00:00Z`)
  due.setUTCMonth(due.getUTCMonth() + REVIEW_MONTHS)
  return new Date(`${today.slice(0, 10)}T00:00:00Z`) > due
}
