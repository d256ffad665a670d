import type { MemoryFrame } from '../../score/types.ts';
import type { Unit } from '../../units.ts';
import type { FigureAtlas, MemoryId } from '../../world/types.ts';
import { type Body, leftHand, rightHand, type Stance, thrown } from './memoryBodies.ts';
import { drawChair, drawCoat, drawLamp } from './memoryGiven.ts';
import { drawPerson } from './memoryPuppets.ts';
import { drawDoor, drawMirror, drawPage, drawPortrait } from './memoryShown.ts';
import { mixed, Sketch, type Spot } from './memorySketch.ts';

/** What a prop is drawn from. */
export interface Staged {
  readonly sketch: Sketch;
  readonly judge: Body;
  readonly judged: Body;
  /** 1 harshly undone .. 0 whole. */
  readonly harsh: Unit;
  readonly healed: Unit;
  /** Through one playing, 0..1. */
  readonly within: Unit;
}

export interface Picture {
  readonly sketch: Sketch;
  /** Where warmth enters. */
  readonly hand: Spot;
  /** How light the air of the film is, 0..1. */
  readonly air: number;
  /** The judged one is seen only in this box: left, foot, right, top. */
  readonly window: readonly [number, number, number, number];
}

interface Staging {
  readonly judge: { readonly x: readonly [harsh: number, healed: number]; readonly turn: readonly [number, number] };
  readonly judged: {
    readonly x: readonly [harsh: number, healed: number];
    readonly turn: readonly [number, number];
    readonly healed: Pick<Stance, 'to' | 'toPhase'>;
    readonly harshest: Unit;
    readonly scale?: number;
    /** It is the other in a mirror. */
    readonly mirrored?: boolean;
  };
  readonly hand: 'left' | 'right';
  readonly air: (staged: Staged) => number;
  readonly window?: readonly [number, number, number, number];
  draw(staged: Staged): void;
}

const everywhere = [-9, -9, 9, 9] as const;
const daylight = () => 0.5;

/** Who stands where in each of the seven, before and after: right is the hand that judges, left the one it judges. */
const stagings: Readonly<Record<MemoryId, Staging>> = {
  page: {
    judge: { x: [0.42, 0.5], turn: [-0.25, -1.25] },
    judged: { x: [-0.85, -0.72], turn: [1.1, 1.25], healed: { to: 'greet', toPhase: 0.42 }, harshest: 0.8 },
    hand: 'left',
    air: daylight,
    draw: drawPage,
  },
  door: {
    judge: { x: [0.5, 0.86], turn: [-1.25, -0.9] },
    judged: { x: [-0.6, -0.6], turn: [0.9, 0.1], healed: { to: 'greet', toPhase: 0.8 }, harshest: 0.7 },
    hand: 'right',
    air: ({ healed }) => 0.3 + 0.1 * healed,
    draw: drawDoor,
  },
  portrait: {
    judge: { x: [0.62, 0.3], turn: [-0.9, -0.2] },
    judged: { x: [-0.95, -0.95], turn: [1.2, 1.1], healed: { to: 'greet', toPhase: 0.6 }, harshest: 0.9 },
    hand: 'left',
    air: daylight,
    draw: drawPortrait,
  },
  lamp: {
    judge: { x: [0.62, 0.5], turn: [-0.9, -0.7] },
    judged: { x: [-0.75, -0.55], turn: [1.1, 1.1], healed: { to: 'stand', toPhase: 0 }, harshest: 0.9 },
    hand: 'right',
    air: ({ harsh, healed }) => 0.1 * (1 - harsh) + 0.085 + 0.1 * healed,
    draw: drawLamp,
  },
  mirror: {
    judge: { x: [0.62, 0.5], turn: [-1.2, -0.9] },
    judged: {
      x: [-0.62, -0.58],
      turn: [1.2, 0.9],
      healed: { to: 'stand', toPhase: 0 },
      harshest: 0.25,
      scale: 0.9,
      mirrored: true,
    },
    hand: 'right',
    air: () => 0.34,
    window: [-0.93, 0.36, -0.17, 1.96],
    draw: drawMirror,
  },
  chair: {
    judge: { x: [0.85, 0.62], turn: [-0.5, -1.2] },
    judged: { x: [-0.55, -0.42], turn: [-0.9, -1.2], healed: { to: 'sit', toPhase: 0.45 }, harshest: 1 },
    hand: 'right',
    air: daylight,
    draw: drawChair,
  },
  coat: {
    judge: { x: [0.5, 0.26], turn: [-0.3, -0.8] },
    judged: { x: [-0.6, -0.3], turn: [0.9, 0.3], healed: { to: 'stand', toPhase: 0 }, harshest: 1 },
    hand: 'left',
    air: () => 0.42,
    draw: drawCoat,
  },
};

/** The picture of a memory at an instant: the same self twice, and the thing between them. */
export function pictureOf(atlas: FigureAtlas, memory: MemoryFrame): Picture {
  const staging = stagings[memory.id];
  const { healed } = memory;
  const harsh = 1 - memory.prop;
  const within = memory.progress * 3 - memory.playing;
  const judge = thrown(atlas, {
    at: [mixed(...staging.judge.x, healed), 0],
    turn: mixed(...staging.judge.turn, healed),
    scale: 1,
    from: `${memory.id}Harsh`,
    fromPhase: harsh,
    to: `${memory.id}Healed`,
    toPhase: healed,
    mix: healed,
  });
  const { judged: other } = staging;
  const judged = thrown(atlas, {
    at: [mixed(...other.x, healed), other.mirrored ? 0.24 : 0],
    turn: mixed(...other.turn, healed),
    scale: other.scale ?? 1,
    ...(other.mirrored
      ? ({
          from: `${memory.id}Harsh`,
          fromPhase: harsh,
          to: `${memory.id}Healed`,
          toPhase: healed,
        } as const)
      : ({ from: 'shrink', fromPhase: 0.12 + (other.harshest - 0.12) * harsh, ...other.healed } as const)),
    mix: healed,
  });
  const sketch = new Sketch(staging.window === undefined ? undefined : 'judged');
  const facing = (turn: readonly [number, number]) => Math.max(-1, Math.min(1, 3.5 * Math.sin(mixed(...turn, healed))));
  const open = 0.25 + 0.75 * healed;
  const acting = staging.hand;
  drawPerson(sketch, judged, {
    depth: 'judged',
    tone: mixed(0.05, 0.03, healed),
    soft: 0.008,
    size: other.scale ?? 0.97,
    facing: facing(other.turn),
    bent: mixed(0.34, 0.02, healed),
    left: 0.5,
    right: 0.5,
  });
  drawPerson(sketch, judge, {
    depth: 'judge',
    tone: 0.012,
    soft: 0,
    size: 1.04,
    facing: facing(staging.judge.turn),
    bent: mixed(0.16, 0.1, healed),
    left: acting === 'left' ? open : 0.3,
    right: acting === 'right' ? open : 0.3,
  });
  const staged: Staged = { sketch, judge, judged, harsh, healed, within };
  staging.draw(staged);
  return {
    sketch,
    hand: judge.spot(staging.hand === 'left' ? leftHand : rightHand),
    air: staging.air(staged),
    window: staging.window ?? everywhere,
  };
}
