import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createQuietTimer } from './quiet-timer'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function counting() {
  const timer = createQuietTimer(1000)
  let runs = 0
  const task = () => {
    runs++
    return Promise.resolve()
  }
  return { timer, task, runs: () => runs }
}

it('runs once after a quiet stretch, and again only when something stirred', () => {
  const { timer, task, runs } = counting()
  timer.start(task)
  vi.advanceTimersByTime(999)
  expect(runs()).toBe(0)
  vi.advanceTimersByTime(5000)
  expect(runs()).toBe(1)
  timer.stir()
  vi.advanceTimersByTime(1000)
  expect(runs()).toBe(2)
})

it('waits as long as it goes on stirring', () => {
  const { timer, task, runs } = counting()
  timer.start(task)
  for (let times = 0; times < 10; times++) {
    vi.advanceTimersByTime(900)
    timer.stir()
  }
  expect(runs()).toBe(0)
})

it('runs nothing before it was started, nor after it was stopped', () => {
  const { timer, task, runs } = counting()
  timer.stir()
  timer.start(task)
  timer.stop()
  timer.stir()
  vi.advanceTimersByTime(5000)
  expect(runs()).toBe(0)
})
