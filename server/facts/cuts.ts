/** A wire between two places, by their numbers. */
export type Wire = readonly [number, number];

/** A place or a wire, by its number. */
export interface Cut {
  readonly is: 'point' | 'wire';
  readonly at: number;
}

export interface Cuts {
  /** Whether any root can be reached from the place. */
  readonly reached: (place: number) => boolean;
  /** What alone parts the place from every root when it fails, the nearest first, and not many more than `most`; the place itself is none. */
  readonly above: (place: number, most?: number) => readonly Cut[];
}

const none = -1;

/**
 * Places and wires whose loss parts others from every root: one walk from an imagined place that is wired to each root, with low points
 * (Tarjan). It takes time in proportion to the number of places and wires, and no recursion, so that a long chain is no trouble.
 */
export function findCuts(places: number, wires: readonly Wire[], roots: readonly number[]): Cuts {
  const top = places;
  const all: Wire[] = [...wires, ...roots.map((root): Wire => [top, root])];
  const walk = walkFrom(top, places + 1, all);
  const { order, parent, wire, low, seen } = walk;
  const cutsAt = (place: number): Cut[] => {
    const above = of(parent, place);
    if (above === none || above === top) return [];
    const cuts: Cut[] = [];
    if (of(low, place) > of(seen, above)) cuts.push({ is: 'wire', at: of(wire, place) });
    if (of(low, place) >= of(seen, above)) cuts.push({ is: 'point', at: above });
    return cuts;
  };
  /** The nearest place at or above it (towards the top) that something cuts off by itself. */
  const nearest = new Int32Array(places + 1).fill(none);
  for (const place of order) nearest[place] = cutsAt(place).length > 0 ? place : of(nearest, of(parent, place));
  return {
    reached: place => of(seen, place) !== none,
    above: (place, most = Infinity) => {
      const cuts: Cut[] = [];
      for (let at = of(nearest, place); at !== none && cuts.length < most; at = of(nearest, of(parent, at)))
        cuts.push(...cutsAt(at));
      return cuts;
    },
  };
}

/** What stands at the place of the list; none where there is no such place. */
function of(list: Int32Array, at: number): number {
  return list[at] ?? none;
}

interface Walk {
  /** Places in the order in which they were reached. */
  readonly order: readonly number[];
  /** Number in that order; -1 where it was not reached. */
  readonly seen: Int32Array;
  /** The smallest number that can be reached from its part of the tree past the wire that led to it. */
  readonly low: Int32Array;
  readonly parent: Int32Array;
  /** The wire that led to it. */
  readonly wire: Int32Array;
}

function walkFrom(top: number, places: number, wires: readonly Wire[]): Walk {
  const { first, next, toPlace } = neighbours(places, wires);
  const [seen, low, parent, wire] = [0, 1, 2, 3].map(() => new Int32Array(places).fill(none)) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const at = Int32Array.from(first);
  const order: number[] = [];
  const enter = (place: number) => {
    seen[place] = low[place] = order.length;
    order.push(place);
  };
  enter(top);
  const stack = [top];
  const leave = (place: number) => {
    stack.pop();
    const above = of(parent, place);
    if (above !== none) low[above] = Math.min(of(low, above), of(low, place));
  };
  const follow = (place: number, half: number) => {
    const other = of(toPlace, half);
    if (of(seen, other) !== none) {
      low[place] = Math.min(of(low, place), of(seen, other));
      return;
    }
    parent[other] = place;
    wire[other] = half >> 1;
    enter(other);
    stack.push(other);
  };
  for (let place = stack.at(-1); place !== undefined; place = stack.at(-1)) {
    const half = of(at, place);
    at[place] = of(next, half);
    if (half === none) leave(place);
    else if (half >> 1 !== of(wire, place)) follow(place, half);
  }
  return { order, seen, low, parent, wire };
}

/** The wires at each place as a chain of halves: half 2w goes from the one end of wire w to the other, 2w + 1 back. */
function neighbours(places: number, wires: readonly Wire[]) {
  const first = new Int32Array(places).fill(none);
  const next = new Int32Array(wires.length * 2);
  const toPlace = new Int32Array(wires.length * 2);
  wires.forEach(([a, b], w) => {
    toPlace[2 * w] = b;
    next[2 * w] = of(first, a);
    first[a] = 2 * w;
    toPlace[2 * w + 1] = a;
    next[2 * w + 1] = of(first, b);
    first[b] = 2 * w + 1;
  });
  return { first, next, toPlace };
}
