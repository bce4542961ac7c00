import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MIN_HEIGHT, MIN_WIDTH, placeWindow, windowState } from './window-state'

const laptop = { x: 0, y: 25, width: 1440, height: 875 }
const beamer = { x: 1440, y: -200, width: 1024, height: 768 }
const former = { x: 1500, y: -100, width: 800, height: 600, maximised: false }

it('takes the usual size, or the display where that is smaller', () => {
  expect(placeWindow(undefined, [laptop])).toEqual({ width: 1280, height: 820, maximised: false })
  expect(placeWindow(undefined, [{ x: 0, y: 0, width: 1024, height: 560 }])).toEqual({
    width: 1024,
    height: 560,
    maximised: false,
  })
  expect(placeWindow(undefined, [])).toMatchObject({ width: 1280 })
})

it('goes back to a display that is there, and to the main one when it is not', () => {
  expect(placeWindow(former, [laptop, beamer])).toEqual(former)
  expect(placeWindow({ ...former, maximised: true }, [laptop])).toEqual({
    width: 800,
    height: 600,
    maximised: true,
  })
})

const bounds = {
  x: fc.integer({ min: -5000, max: 5000 }),
  y: fc.integer({ min: -5000, max: 5000 }),
  width: fc.integer({ min: 1, max: 9000 }),
  height: fc.integer({ min: 1, max: 9000 }),
}
const area = fc.record({
  ...bounds,
  width: fc.integer({ min: 640, max: 5000 }),
  height: fc.integer({ min: 480, max: 3000 }),
})

it('can always be taken hold of by its title bar, and never outgrows its display', () => {
  fc.assert(
    fc.property(
      fc.record({ ...bounds, maximised: fc.boolean() }),
      fc.array(area, { minLength: 1, maxLength: 3 }),
      (state, areas) => {
        const { x, y, width, height } = placeWindow(state, areas)
        expect(width).toBeGreaterThanOrEqual(MIN_WIDTH)
        expect(height).toBeGreaterThanOrEqual(MIN_HEIGHT)
        const holds = areas.some((display) => {
          const fits = width <= display.width && height <= Math.max(MIN_HEIGHT, display.height)
          if (x === undefined || y === undefined) return fits
          const right = Math.min(x + width, display.x + display.width)
          const seen = right - Math.max(x, display.x)
          return fits && seen >= 100 && y < display.y + display.height && y > display.y - 100
        })
        expect(holds).toBe(true)
      },
    ),
  )
})

it('refuses a state that no window can have', () => {
  for (const wrong of [{}, { ...former, width: 0 }, { ...former, x: '1' }, { ...former, y: 0.5 }]) {
    expect(windowState.safeParse(wrong).success).toBe(false)
  }
})
