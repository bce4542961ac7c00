import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { parseBenchOptions } from './bench-options'

const parse = (...argv: string[]) => parseBenchOptions(argv, {}, '/nowhere')

it('runs on the starter questions alone where no folder is named', () => {
  expect(parse()).toMatchObject({ sets: undefined, baseline: undefined, noFinder: ['drcd'] })
})

it('takes names apart, and the folder from the environment', () => {
  expect(parse('--only', 'a, b', '--no-finder', '')).toMatchObject({
    only: ['a', 'b'],
    noFinder: [],
  })
  expect(parseBenchOptions([], { WENJU_SETS: 'sets' }, '/nowhere')).toMatchObject({
    sets: resolve('sets'),
  })
})

it('refuses a number of jobs that is none', () => {
  expect(() => parse('--jobs', '0')).toThrow(RangeError)
  expect(() => parse('--jobs', 'two')).toThrow(RangeError)
})
