/** Radau IIA collocation with five stages: order 9 at the end of a step, 6 inside it, and stable at any rate. */
export const stages = 5;

/** Nodes on (0, 1], the last is 1: the zeros of P5 - P4 (shifted Legendre), to double precision. */
export const nodes: readonly number[] = radauNodes();

/** a[i * stages + j]: the integral from 0 to node i of the j-th Lagrange polynomial. */
export const weights: Float64Array = integrationWeights();

/** Value at 0 of the polynomial through the stages: what the derivative at the start is compared with. */
export const startWeights: readonly number[] = nodes.map((node, j) =>
  nodes.reduce((product, other, k) => (k === j ? product : product * (other / (other - node))), 1),
);

/** The largest part of a step's error inside it, per unit of the mismatch at its start. */
export const insideError: number = largestInsideError();

/** The largest part of an interpolation's error between start and stages, per unit of the stages' own mismatch at the start. */
export const betweenStages: number = largestBetweenStages();

/** Barycentric weights of the points 0 and the nodes. */
const points = [0, ...nodes];
const barycentric = points.map((point, j) =>
  points.reduce((product, other, k) => (k === j ? product : product / (point - other)), 1),
);

/** Writes the weights of the start and the stages for the value at `theta` of a step, 0 to 1. */
export function interpolationWeights(theta: number, out: Float64Array): void {
  let sum = 0;
  for (let index = 0; index <= stages; index += 1) {
    const gap = theta - (points[index] ?? 0);
    if (gap === 0) {
      out.fill(0);
      out[index] = 1;
      return;
    }
    const weight = (barycentric[index] ?? 0) / gap;
    out[index] = weight;
    sum += weight;
  }
  for (let index = 0; index <= stages; index += 1) out[index] = (out[index] ?? 0) / sum;
}

function radauNodes(): readonly number[] {
  const found: number[] = [];
  const grid = 400;
  for (let cell = 0; cell < grid - 1; cell += 1) {
    const [left, right] = [cell / grid, (cell + 1) / grid];
    if (radauPolynomial(left) * radauPolynomial(right) < 0) found.push(bisect(left, right));
  }
  return [...found, 1];
}

function bisect(left: number, right: number): number {
  let [low, high] = [left, right];
  const sign = Math.sign(radauPolynomial(low));
  for (let count = 0; count < 60; count += 1) {
    const middle = (low + high) / 2;
    if (Math.sign(radauPolynomial(middle)) === sign) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function radauPolynomial(theta: number): number {
  const x = 2 * theta - 1;
  let [previous, current] = [1, x];
  for (let degree = 2; degree <= stages; degree += 1) {
    [previous, current] = [current, ((2 * degree - 1) * x * current - (degree - 1) * previous) / degree];
  }
  return current - previous;
}

/** Lagrange polynomials are integrated exactly by three-point Gauss (degree 5) on each of the intervals from 0. */
function integrationWeights(): Float64Array {
  const gauss = [
    { at: 0.5 - Math.sqrt(0.15), weight: 5 / 18 },
    { at: 0.5, weight: 8 / 18 },
    { at: 0.5 + Math.sqrt(0.15), weight: 5 / 18 },
  ];
  const out = new Float64Array(stages * stages);
  for (const [i, node] of nodes.entries()) {
    for (let j = 0; j < stages; j += 1) {
      for (const { at, weight } of gauss) {
        const step = i * stages + j;
        out[step] = (out[step] ?? 0) + node * weight * lagrange(j, node * at);
      }
    }
  }
  return out;
}

function lagrange(j: number, theta: number): number {
  const own = nodes[j] ?? 0;
  return nodes.reduce((product, other, k) => (k === j ? product : product * ((theta - other) / (own - other))), 1);
}

function largestInsideError(): number {
  const grid = 2000;
  let [sum, most] = [0, 0];
  for (let cell = 0; cell < grid; cell += 1) {
    const theta = (cell + 0.5) / grid;
    sum += nodes.reduce((product, node) => product * (1 - theta / node), 1) / grid;
    most = Math.max(most, Math.abs(sum));
  }
  return most;
}

function largestBetweenStages(): number {
  const grid = 2000;
  let most = 0;
  for (let cell = 0; cell < grid; cell += 1) {
    const theta = (cell + 0.5) / grid;
    most = Math.max(most, Math.abs(nodes.reduce((product, node) => product * (1 - theta / node), theta)));
  }
  return most;
}
