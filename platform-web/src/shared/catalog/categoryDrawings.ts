/** A drawing on a grid of 48: outlines, and what the glaze fills. */
interface Drawing {
  line: string
  glaze: string
}

const OTHER: Drawing = {
  glaze: 'M24 22l16-8v20l-16 8z',
  line: 'M24 6l16 8v20l-16 8-16-8V14zM8 14l16 8 16-8M24 22v20M16 10l16 8v6',
}

/** By the code of the root category. */
const DRAWINGS: Record<string, Drawing> = {
  furniture: {
    glaze: 'M8 28h26v6H8z',
    line: 'M12 22v-4a4 4 0 0 1 4-4h10a4 4 0 0 1 4 4v4M14 28v-3a3 3 0 0 0-6 0v9h26v-9a3 3 0 0 0-6 0v3zM11 34v5M31 34v5M41 39V15M37 15l2-7h4l2 7zM38 39h6',
  },
  appliance: {
    glaze: 'M16 29c3-3 5 2 8-.5s5-1 8 .5a8 8 0 0 1-16 0z',
    line: 'M12 6h24a2 2 0 0 1 2 2v32a2 2 0 0 1-2 2H12a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2zM10 15h28M15 10.5h6M33 10.5h.01M24 19a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19z',
  },
  phone: {
    glaze: 'M13 11h22v23H13z',
    line: 'M16 5h16a3 3 0 0 1 3 3v32a3 3 0 0 1-3 3H16a3 3 0 0 1-3-3V8a3 3 0 0 1 3-3zM22 38.5h4M13 34h22M13 11h22',
  },
  computer: {
    glaze: 'M13 14h22v14H13z',
    line: 'M11 9h26a2 2 0 0 1 2 2v21H9V11a2 2 0 0 1 2-2zM4 36h40l-2 4H6z',
  },
  'photo-audio': {
    glaze: 'M24 22a5 5 0 1 0 0 10 5 5 0 0 0 0-10z',
    line: 'M8 15h7l3-5h12l3 5h7a2 2 0 0 1 2 2v20a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2V17a2 2 0 0 1 2-2zM24 19a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM37 20h.01',
  },
  clothing: {
    glaze: 'M16 29h16v11H16z',
    line: 'M17 8c1 4.5 13 4.5 14 0l10 5-4 9-5-2v20H16V20l-5 2-4-9z',
  },
  book: {
    glaze: 'M24 13c4-3 10-4 16-4v27c-6 0-12 1-16 4z',
    line: 'M24 13c-4-3-10-4-16-4v27c6 0 12 1 16 4 4-3 10-4 16-4V9c-6 0-12 1-16 4zM24 13v27M13 16c2.5 0 5 .5 7 1.5M13 22c2.5 0 5 .5 7 1.5',
  },
  vehicle: {
    glaze: 'M12 30a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM36 30a4 4 0 1 0 0 8 4 4 0 0 0 0-8z',
    line: 'M12 26a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM36 26a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 34l7-14h13l4 14M18 17l6 17H12M24 34l8-14M14 17h8M32 20l-2.5-9H36',
  },
  baby: {
    glaze: 'M27 17V5a13 13 0 0 1 13 12z',
    line: 'M7 10c5 0 6 2 7 7h26a13 13 0 0 1-13 13h-4a9 9 0 0 1-9-9zM27 17V5a13 13 0 0 1 13 12M18 36a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM33 36a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM21 30l-3 6M29 30l4 6',
  },
  sport: {
    glaze: 'M24 7a17 17 0 0 1 17 17H24z',
    line: 'M24 7a17 17 0 1 0 0 34 17 17 0 0 0 0-34zM7 24h34M24 7v34M12 12c6 7 6 17 0 24M36 12c-6 7-6 17 0 24',
  },
  tool: {
    glaze: 'M22 22h8l1 20h-10z',
    line: 'M8 15c4-6 12-8 21-6l4 1h7v9h-7l-4-1h-9c-4-2-8-3-12-3zM22 18v4h8v-4M22 22l-1 20h10l-1-20',
  },
  instrument: {
    glaze: 'M15 23c-6 1-9 6-6 12 3 5 10 8 15 3 3-3 3-6 2-8z',
    line: 'M41 5l-5 2-13 13c-4-1-7 0-8 3-6 1-9 6-6 12 3 5 10 8 15 3 3-3 3-6 2-8 3-1 5-4 4-7l13-13zM19 26.5a3 3 0 1 0 .01 0M13 31l5 5',
  },
  household: {
    glaze: 'M9 28h30v6a6 6 0 0 1-6 6H15a6 6 0 0 1-6-6z',
    line: 'M9 21h30v13a6 6 0 0 1-6 6H15a6 6 0 0 1-6-6zM4 25h5M39 25h5M13 21a11 7 0 0 1 22 0M24 14v-4',
  },
}

export function drawingOf(rootCode: string): Drawing {
  return DRAWINGS[rootCode] ?? OTHER
}
