import { expect, it } from 'vitest'
import { isPastReview } from './review'

it('is past review a day after two years, not on the day', () => {
  expect(isPastReview('2025-04-19', '2027-04-19')).toBe(false)
  expect(isPastReview('2025-04-19', '2027-04-20')).toBe(true)
})
