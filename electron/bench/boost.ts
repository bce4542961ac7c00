/**
 * Boosted regression trees (Friedman, Greedy Function Approximation: A Gradient Boosting Machine,
 * 2001): each tree follows the slope of what is to be made smaller. Trees grow leaf by leaf, the
 * best split first, on values sorted into bins.
 */
import { seeded } from '../engine/statistics'
import { sumOfTrees, type Split, type Tree } from '../engine/trees'

export interface TrainingOptions {
  readonly trees: number
  readonly leaves: number
  readonly rate: number
  /** Sum of second derivatives that a leaf must hold. */
  readonly leafWeight: number
  /** Added to it in a leaf's value: draws small leaves towards nothing. */
  readonly ridge: number
  /** Share of the questions, and of the signals, that each tree sees. */
  readonly share: number
}

const BINS = 64
const SEED = 20_260_101

/** Adds the slope and curvature that the rows of one group have at these scores. */
export type AddSlopes = (
  group: number,
  offset: number,
  scores: Float64Array,
  slopes: Float64Array,
  curvatures: Float64Array,
) => void

/**
 * @param groups rows that belong together (the candidates of a question), each of the same width
 * @param base score of every row before the first tree, in the order of the groups
 */
export function boost(
  groups: readonly (readonly ArrayLike<number>[])[],
  base: readonly number[],
  addSlopes: AddSlopes,
  options: TrainingOptions,
): readonly Tree[] {
  const random = seeded(SEED)
  const rows = groups.flat()
  const width = rows[0]?.length ?? 0
  const edges = Array.from({ length: width }, (_, signal) =>
    quantiles(rows.map((row) => row[signal] ?? 0)),
  )
  const binned = Array.from({ length: width }, (_, signal) =>
    Uint8Array.from(rows, (row) => binOf(row[signal] ?? 0, edges[signal] ?? [])),
  )
  const scores = Float64Array.from(base)
  const slopes = new Float64Array(rows.length)
  const curvatures = new Float64Array(rows.length)
  const trees: Tree[] = []
  for (let count = 0; count < options.trees; count++) {
    slopes.fill(0)
    curvatures.fill(0)
    const seen: number[] = []
    let offset = 0
    for (const [group, members] of groups.entries()) {
      if (random() < options.share) {
        addSlopes(group, offset, scores, slopes, curvatures)
        for (let place = 0; place < members.length; place++) seen.push(offset + place)
      }
      offset += members.length
    }
    const signals = Array.from({ length: width }, (_, signal) => signal).filter(
      () => random() < options.share,
    )
    const tree = growTree({ seen, signals, binned, edges, slopes, curvatures, options })
    trees.push(tree)
    for (const [place, row] of rows.entries()) {
      scores[place] = (scores[place] ?? 0) + sumOfTrees([tree], row)
    }
  }
  return trees
}

interface Growth {
  readonly seen: readonly number[]
  readonly signals: readonly number[]
  readonly binned: readonly Uint8Array[]
  readonly edges: readonly (readonly number[])[]
  readonly slopes: Float64Array
  readonly curvatures: Float64Array
  readonly options: TrainingOptions
}

interface Leaf {
  readonly members: readonly number[]
  readonly best: { readonly gain: number; readonly signal: number; readonly bin: number }
  /** Where the leaf hangs: replaced when it is split. */
  readonly put: (tree: Tree) => void
}

function growTree(growth: Growth): Tree {
  let root: Tree = 0
  const leaves: Leaf[] = [
    leafOf(growth, growth.seen, (tree) => {
      root = tree
    }),
  ]
  while (leaves.length < growth.options.leaves) {
    const widest = leaves.reduce((a, b) => (b.best.gain > a.best.gain ? b : a))
    if (widest.best.gain <= 0) break
    leaves.splice(leaves.indexOf(widest), 1)
    const { signal, bin } = widest.best
    const bins = growth.binned[signal]
    const low = widest.members.filter((row) => (bins?.[row] ?? 0) <= bin)
    const high = widest.members.filter((row) => (bins?.[row] ?? 0) > bin)
    const split: [...Split] = [signal, growth.edges[signal]?.[bin] ?? 0, 0, 0]
    widest.put(split)
    leaves.push(
      leafOf(growth, low, (child) => {
        split[2] = child
      }),
      leafOf(growth, high, (child) => {
        split[3] = child
      }),
    )
  }
  return root
}

function leafOf(growth: Growth, members: readonly number[], put: Leaf['put']): Leaf {
  const { slopes, curvatures, options } = growth
  let slope = 0
  let curvature = 0
  for (const row of members) {
    slope += slopes[row] ?? 0
    curvature += curvatures[row] ?? 0
  }
  const value = (options.rate * slope) / (curvature + options.ridge)
  put(Number(value.toFixed(5)))
  return { members, best: bestSplit(growth, members, slope, curvature), put }
}

function bestSplit(
  { signals, binned, slopes, curvatures, options }: Growth,
  members: readonly number[],
  slope: number,
  curvature: number,
): Leaf['best'] {
  const { ridge, leafWeight } = options
  const worth = (s: number, c: number) => (s * s) / (c + ridge)
  let best = { gain: 0, signal: 0, bin: 0 }
  const sums = new Float64Array(BINS)
  const bends = new Float64Array(BINS)
  for (const signal of signals) {
    const bins = binned[signal]
    if (!bins) continue
    sums.fill(0)
    bends.fill(0)
    for (const row of members) {
      const bin = bins[row] ?? 0
      sums[bin] = (sums[bin] ?? 0) + (slopes[row] ?? 0)
      bends[bin] = (bends[bin] ?? 0) + (curvatures[row] ?? 0)
    }
    let lowSlope = 0
    let lowCurvature = 0
    for (let bin = 0; bin < BINS - 1; bin++) {
      lowSlope += sums[bin] ?? 0
      lowCurvature += bends[bin] ?? 0
      const highCurvature = curvature - lowCurvature
      if (lowCurvature < leafWeight || highCurvature < leafWeight) continue
      const gain =
        worth(lowSlope, lowCurvature) +
        worth(slope - lowSlope, highCurvature) -
        worth(slope, curvature)
      if (gain > best.gain) best = { gain, signal, bin }
    }
  }
  return best
}

/** Upper edges of the bins: at most one less than there are bins. */
function quantiles(values: readonly number[]): readonly number[] {
  const sorted = Float64Array.from(values).sort()
  const edges = new Set<number>()
  for (let bin = 1; bin < BINS; bin++) {
    edges.add(sorted[Math.floor((bin * sorted.length) / BINS)] ?? 0)
  }
  return Array.from(edges).sort((a, b) => a - b)
}

/** How many edges lie below the value. */
function binOf(value: number, edges: readonly number[]): number {
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((edges[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}
