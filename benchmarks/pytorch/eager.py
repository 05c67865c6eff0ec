"""PyTorch's side of compare.py: answers the requests of the benchmark program's `serve`, one sample a line.

`loss Hinge 64x1 eager` or `step 28x28 R1 eager` comes in, `{"nanoseconds": 1234.5}` or `{"error": "..."}` goes out.
"""

import json
import math
import sys
import time

import torch
import torch.nn.functional as F

from step import Loop

WARM, SAMPLE, STEPS = 0.2, 0.005, 16

SIZES = {
    "64x1": (64, 1),
    "16x1x30x30": (16, 1, 30, 30),
    "1x1x186x248": (1, 1, 186, 248),
    "12x1x256x256": (12, 1, 256, 256),
    "16.7M": (1 << 24,),
}

LOSSES = {
    "NonSaturating": lambda r, f: F.softplus(-r).mean() + F.softplus(f).mean(),
    "Hinge": lambda r, f: F.relu(1 - r).mean() + F.relu(1 + f).mean(),
    "LeastSquares": lambda r, f: (r - 1).square().mean() + f.square().mean(),
    "Wasserstein": lambda r, f: f.mean() - r.mean(),
}


def loss_call(name, size):
    loss = LOSSES[name]
    real, fake = (torch.randn(SIZES[size], requires_grad=True) for _ in range(2))

    def call():
        loss(real, fake).backward()
        real.grad = fake.grad = None

    return call


def step_call(size, penalty):
    loop = Loop(size, penalty)

    def call():
        if not math.isfinite(sum(loop.step(i) for i in range(STEPS))):
            raise ArithmeticError("the training diverged")

    return call


def nanoseconds(call, calls):
    start = time.perf_counter_ns()
    for _ in range(calls):
        call()
    return (time.perf_counter_ns() - start) / calls


def warmed_up(call):
    """How often a sample calls, as Measured.cs has it."""
    end, fastest, calls = time.perf_counter() + WARM, math.inf, 0
    while calls < 2 or time.perf_counter() < end:
        fastest = min(fastest, nanoseconds(call, 1))
        calls += 1
    return math.ceil(SAMPLE * 1e9 / fastest)


def call_of(request):
    words = request.split()
    if len(words) != 4 or words[0] not in ("loss", "step") or words[3] != "eager":
        raise ValueError(f"'{request}' is no request: they are 'loss OBJECTIVE SIZE eager' and 'step SIZE PENALTY eager'")
    try:
        return (loss_call if words[0] == "loss" else step_call)(words[1], words[2])
    except KeyError as missing:
        raise ValueError(f"'{request}': {missing} is not known here") from missing


def main():
    torch.set_num_threads(1)
    last = call = calls = None
    for line in sys.stdin:
        request = line.strip()
        try:
            if request != last:
                last = call = None
                call = call_of(request)
                calls = warmed_up(call)
                last = request
            answer = {"nanoseconds": nanoseconds(call, calls)}
        except ValueError as error:
            answer = {"error": str(error)}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
