/** @jsxRuntime automatic @jsxImportSource hono/jsx */
/** The shapes and hatchings that the pictures of the page share; all about 7 px, centred at 0,0. */
export const Symbols = () => (
  <svg class="symbols" width="0" height="0" aria-hidden="true">
    <defs>
      <circle id="email" r="3.1" />
      <path id="sms" d="M0 -3.7 L3.7 2.9 H-3.7 Z" />
      <rect id="letter" x="-3" y="-3" width="6" height="6" />
      <path id="slip" d="M0 -4 L4 0 L0 4 L-4 0 Z" />
      <path
        id="task"
        d="M-1.3 -3.6 H1.3 V-1.3 H3.6 V1.3 H1.3 V3.6 H-1.3 V1.3 H-3.6 V-1.3 H-1.3 Z"
      />
      <path id="robot" d="M-3.4 -2.8 H3.4 V1.6 H0.6 L-1.6 3.8 V1.6 H-3.4 Z" />
      <path id="cross" d="M-2 -2 L2 2 M-2 2 L2 -2" />
      <path id="slash" d="M-3.6 3.6 L3.6 -3.6" />
      <path id="tick" d="M-3 0 L-0.8 2.4 L3.2 -2.6" fill="none" />
      <Hatch name="hatch-overdue" ground="#c2352b" stripe="#f4c9c4" />
      <Hatch name="hatch-late" ground="#2f8f83" stripe="#d3ebe6" />
      <Hatch name="hatch-waived" ground="#8b98a5" stripe="#eef1f4" />
    </defs>
  </svg>
);

type HatchProps = { name: string; ground: string; stripe: string };

const Hatch = ({ name, ground, stripe }: HatchProps) => (
  <pattern
    id={name}
    width="5"
    height="5"
    patternUnits="userSpaceOnUse"
    patternTransform="rotate(45)"
  >
    <rect width="5" height="5" fill={ground} />
    <rect width="1.6" height="5" fill={stripe} />
  </pattern>
);
