/** CSS pixels. */
export const phone = { width: 360, height: 740 } as const;
export const tablet = { width: 768, height: 1024 } as const;
export const desktop = { width: 1280, height: 900 } as const;
/** A4 between its margins. */
export const paper = { width: 720, height: 1000 } as const;
