/** By which a ring knows its members: an id, or a number where nobody says who they are. */
export type MemberKey = string | number

/** Who passed things on to whom, how often. */
export interface Dealing {
  giver: MemberKey
  taker: MemberKey
  trades: number
}

export interface Place {
  x: number
  y: number
}

export interface Arrow {
  key: string
  path: string
  trades: number
}

const RADIUS = 44
/** How far an arrow ends from the middle of a member. */
const GAP = 11
/** How much an arrow bends, so that there and back are two. */
const BEND = 0.18

/** Evenly on a circle around the origin, the first at the top. */
export function placesOnCircle(members: readonly MemberKey[]): Map<MemberKey, Place> {
  return new Map(
    members.map((member, place) => {
      const angle = (place / members.length) * 2 * Math.PI - Math.PI / 2
      return [member, { x: round(Math.cos(angle) * RADIUS), y: round(Math.sin(angle) * RADIUS) }]
    }),
  )
}

/** From who gives to who gets; those of which an end is unknown are left out. */
export function arrowsOf(dealings: readonly Dealing[], places: ReadonlyMap<MemberKey, Place>): Arrow[] {
  return dealings.flatMap(({ giver, taker, trades }) => {
    const from = places.get(giver)
    const to = places.get(taker)
    return from === undefined || to === undefined
      ? []
      : [{ key: `${String(giver)}-${String(taker)}`, path: bent(from, to), trades }]
  })
}

function bent(from: Place, to: Place): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy)
  const [ux, uy] = [dx / length, dy / length]
  const start = point(from.x + ux * GAP, from.y + uy * GAP)
  const end = point(to.x - ux * GAP, to.y - uy * GAP)
  const middle = point((from.x + to.x) / 2 - dy * BEND, (from.y + to.y) / 2 + dx * BEND)
  return `M${start} Q${middle} ${end}`
}

const point = (x: number, y: number) => `${String(round(x))} ${String(round(y))}`
const round = (value: number) => Math.round(value * 10) / 10
