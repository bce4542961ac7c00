import type { Client } from '../electron/contract/client'
import type { Fact } from '../electron/contract/entities'

/** Ids asked for in one call; the operation takes a few hundred. */
const BATCH = 200

export interface FactCache {
  /**
   * The facts with these ids, in their order; an id that the register does not know is left out.
   * Each id is asked for once, all ids of one turn in one call. Rejects as `facts` does, and asks
   * again at the next call.
   */
  readonly read: (ids: readonly string[]) => Promise<readonly Fact[]>
}

interface Turn {
  readonly ids: string[]
  readonly asked: Promise<readonly Fact[]>
}

export function createFactCache(client: Pick<Client, 'facts'>): FactCache {
  const kept = new Map<string, Promise<Fact | undefined>>()
  let gathering: Turn | undefined

  const askTogether = (id: string): Promise<readonly Fact[]> => {
    if (!gathering || gathering.ids.length >= BATCH) {
      const ids: string[] = []
      const turn: Turn = {
        ids,
        asked: Promise.resolve().then(() => {
          if (gathering === turn) gathering = undefined
          return client.facts({ ids })
        }),
      }
      gathering = turn
    }
    gathering.ids.push(id)
    return gathering.asked
  }

  const readOne = (id: string): Promise<Fact | undefined> => {
    const known = kept.get(id)
    if (known) return known
    const asked = askTogether(id).then((facts) => facts.find((fact) => fact.id === id))
    kept.set(id, asked)
    asked.catch(() => kept.delete(id))
    return asked
  }

  return {
    read: async (ids) => (await Promise.all(ids.map(readOne))).filter((fact) => fact !== undefined),
  }
}
