/** A place in the kernels' memory, in bytes. */
type Address = number;

/** A field's place and size. */
type Sized = [field: Address, width: number, height: number];

/** The kernels, as libs/compositing/kernels describes them. Fields are rows of 32-bit floats. */
export interface Kernels {
  readBytes(from: Address, to: Address, count: number, scale: number): void;
  readWords(from: Address, to: Address, count: number, scale: number): void;
  writeBytes(from: Address, to: Address, count: number, scale: number): void;
  writeWords(from: Address, to: Address, count: number, scale: number, top: number): void;
  plusTimes(a: Address, b: Address, factor: number, out: Address, count: number): void;
  times(a: Address, b: Address, out: Address, count: number): void;
  settle(under: Address, over: Address, ...rest: [...out: Sized, border: number, strength: number]): void;
  shrink(...rest: [...from: Sized, ...to: Sized, sums: Address]): void;
  enlarge(...rest: [...from: Sized, ...to: Sized, wide: Address]): void;
  blur(...rest: [...from: Sized, radius: number, out: Address, spare: Address]): void;
  warpSharp(
    ...rest: [
      ...[...source: Sized, dx: Address, dy: Address, ...to: Sized],
      ...[offX: number, offY: number, weights: Address, lanes: Address],
    ]
  ): void;
  warpSmooth(
    ...rest: [
      ...[...source: Sized, dx: Address, dy: Address, mapWidth: number, mapHeight: number, ...to: Sized],
      ...[stepX: number, stepY: number, offX: number, offY: number],
    ]
  ): void;
  bendNodes(
    points: Address,
    count: number,
    ...rest: [left: number, top: number, pitch: number, columns: number, rows: number, nodes: Address]
  ): void;
  spreadAcross(
    nodes: Address,
    ...rest: [
      columns: number,
      rows: number,
      pitch: number,
      unit: number,
      width: number,
      x: Address,
      y: Address,
    ]
  ): void;
  spreadDown(wide: Address, pitch: number, width: number, height: number, out: Address): void;
  solve(matrix: Address, size: number, stride: number): void;
  halve(...rest: [...from: Sized, out: Address, line: Address]): void;
  unfold(
    difference: Address,
    mask: Address,
    under: Address,
    ...rest: [coarse: Address, blended: Address, ...out: Sized, lines: Address]
  ): void;
  detail(from: Address, where: Address, width: number, height: number): number;
  sharpen(from: Address, to: Address, width: number, height: number, amount: number): void;
  feather(
    edges: Address,
    count: number,
    ...rest: [width: number, height: number, from: number, reach: number, out: Address]
  ): void;
  softenAcross(...rest: [...from: Sized, weights: Address, taps: number, out: Address, line: Address]): void;
  softenDown(...rest: [...from: Sized, weights: Address, taps: number, out: Address]): void;
  addSlopes(
    from: Address,
    ...rest: [...where: Sized, step: number, size: number, sums: Address, counts: Address]
  ): void;
  whiteNoise(seed: number, count: number, out: Address): void;
  addGrain(
    field: Address,
    ...rest: [
      ...[...noise: Sized, tap: number, scale: number, black: number, shade: number],
      ...[out: Address, wide: Address],
    ]
  ): void;
  lightSkin(luma: Address, gain: Address, slow: Address, count: number, black: number, out: Address): void;
  tintSkin(
    ...rest: [
      ...[cb: Address, cr: Address, luma: Address, gain: Address, slow: Address],
      ...[shiftB: Address, shiftR: Address, count: number, black: number, toneB: number, toneR: number],
      ...[outB: Address, outR: Address],
    ]
  ): void;
}
