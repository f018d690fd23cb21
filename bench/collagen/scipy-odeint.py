"""SciPy's odeint (LSODA) on the task. Reads the task as JSON on standard input, answers CPU time and states as JSON."""

import json
import math
import sys
import time

from scipy import __version__
from scipy.integrate import odeint

task = json.load(sys.stdin)


def slope(state, _, p, g):
    D, I, R, G, F, A, N, M = state
    h = math.exp(-p["kap"] * (A + N + M - 1))
    return [
        -p["kD"] * D,
        p["kD"] * D - p["kI"] * I,
        p["fIR"] * p["kI"] * I - p["dR"] * R,
        p["dG"] * (p["wP"] * D + R - G),
        p["dF"] * (p["aF"] * g * G / (p["K"] + G) - F),
        p["dA"] * (p["A0"] * (1 + F) * h - A),
        p["dN"] * (p["N0"] * (1 + p["eN"] * F) * h - N),
        p["s"] * p["dN"] * N - p["dM"] * M,
    ]


def solve(member, tolerance):
    state = list(member["start"])
    rows = []
    for stretch in task["stretches"]:
        state[0] += task["phi"]
        times = stretch["inside"] + ([] if stretch["inside"][-1] == stretch["to"] else [stretch["to"]])
        found = odeint(
            slope, state, times, args=(member["parameters"], task["g"]), rtol=tolerance, atol=tolerance, mxstep=100000
        )
        rows.extend(found[: len(stretch["inside"])].tolist())
        state = found[-1].tolist()
    return rows


answers = []
for tolerance in task["tolerances"]:
    before = time.process_time()
    states = [solve(member, tolerance) for member in task["members"]]
    answers.append({"tolerance": tolerance, "seconds": time.process_time() - before, "states": states})
json.dump({"version": __version__, "answers": answers}, sys.stdout)
