/** Where the window stood when it was closed, and where it may stand now. */
import { z } from 'zod'
import type { Bounds } from './electron-parts'

export const MIN_WIDTH = 360
export const MIN_HEIGHT = 480
/** Question and reading pane side by side, on a common laptop's screen. */
const USUAL = { width: 1280, height: 820 }
/** So much of the title bar must be on a display that it can be taken hold of. Pixels. */
const GRIP = { width: 120, height: 32 }

export const windowState = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximised: z.boolean(),
})
export type WindowState = z.output<typeof windowState>

/** Without a place the window is centred. */
export interface Placement {
  readonly x?: number
  readonly y?: number
  readonly width: number
  readonly height: number
  readonly maximised: boolean
}

/**
 * @param areas of the displays there are now, the main one first
 * @returns the former place where that is still on a display, and never a window larger than its display
 */
export function placeWindow(former: WindowState | undefined, areas: readonly Bounds[]): Placement {
  const [main = { ...USUAL, x: 0, y: 0 }] = areas
  if (!former) return { ...fitted(USUAL, main), maximised: false }
  // Made to fit first: a window that gets smaller may get out of reach by it.
  const place = areas
    .map((area) => ({ area, bounds: { ...former, ...fitted(former, area) } }))
    .find(({ area, bounds }) => canBeGrasped(bounds, area))
  return place?.bounds ?? { ...fitted(former, main), maximised: former.maximised }
}

function canBeGrasped({ x, y, width }: Bounds, area: Bounds): boolean {
  const seen = Math.min(x + width, area.x + area.width) - Math.max(x, area.x)
  return seen >= GRIP.width && y >= area.y - GRIP.height && y + GRIP.height <= area.y + area.height
}

function fitted({ width, height }: Pick<Bounds, 'width' | 'height'>, area: Bounds) {
  return {
    width: Math.max(MIN_WIDTH, Math.min(width, area.width)),
    height: Math.max(MIN_HEIGHT, Math.min(height, area.height)),
  }
}
