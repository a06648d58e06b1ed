/** One set of colours, `#rrggbb`. A word of the report has its colour and, with `Ground`, what it stands on. */
interface Colours {
  readonly ground: string;
  readonly surface: string;
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly link: string;
  readonly ok: string;
  readonly okGround: string;
  readonly info: string;
  readonly infoGround: string;
  readonly warning: string;
  readonly warningGround: string;
  readonly critical: string;
  readonly criticalGround: string;
  readonly unknown: string;
  readonly unknownGround: string;
}

/** By what the browser prefers. Each text has a contrast of at least 4.5 to what it stands on. */
export const palette: { readonly light: Colours; readonly dark: Colours } = {
  light: {
    ground: '#f6f6f4',
    surface: '#ffffff',
    text: '#1b1d20',
    muted: '#5a5f68',
    line: '#dcdde0',
    link: '#0a55a0',
    ok: '#17662c',
    okGround: '#e6f3e9',
    info: '#1d5687',
    infoGround: '#e7f0f8',
    warning: '#7a4900',
    warningGround: '#fdf0d5',
    critical: '#a3091c',
    criticalGround: '#fce8e8',
    unknown: '#593a88',
    unknownGround: '#f0ebf8',
  },
  dark: {
    ground: '#121417',
    surface: '#1a1d21',
    text: '#e4e6e9',
    muted: '#a2a8b2',
    line: '#333840',
    link: '#8cbaf6',
    ok: '#80d296',
    okGround: '#12291a',
    info: '#94c3ef',
    infoGround: '#132739',
    warning: '#f0c069',
    warningGround: '#33270c',
    critical: '#ff9d96',
    criticalGround: '#3b1719',
    unknown: '#c9b0f1',
    unknownGround: '#281e3a',
  },
};

/** The colours as custom properties: `--critical-ground:#fce8e8`. */
export const properties = (colours: Colours): string =>
  Object.entries(colours)
    .map(([key, value]) => `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value}`)
    .join(';');
