#!/usr/bin/env python3
"""GanDsl and PyTorch side by side: two processes that are asked in turn, one thread each, so that a machine that drifts does so for both."""

import argparse
import json
import pathlib
import shlex
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parent / "Gan.Benchmarks"

LOSSES = ["NonSaturating", "Hinge", "LeastSquares", "Wasserstein"]
LOGITS = ["64x1", "16x1x30x30", "1x1x186x248", "12x1x256x256", "16.7M"]
PICTURES = ["28x28", "64x64"]
PENALTIES = ["none", "R1", "R1/16", "WGAN-GP"]
WAYS = ["handwritten", "library", "direct"]
LOOPS = ["tutorial", "library"]
STEPS = 16


class Peer:
    def __init__(self, command):
        self.command = command
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, request):
        try:
            self.process.stdin.write(request + "\n")
            self.process.stdin.flush()
            line = self.process.stdout.readline()
        except BrokenPipeError:
            line = ""
        if not line:
            sys.exit(f"'{shlex.join(self.command)}' ended while it was asked for '{request}'.")
        answer = json.loads(line)
        if "error" in answer:
            sys.exit(answer["error"])
        return answer["nanoseconds"]

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def medians(works, rounds):
    """The median sample of each (peer, request), asked in turn after one sample that does not count."""
    for peer, request in works:
        peer.ask(request)
    taken = [[peer.ask(request) for peer, request in works] for _ in range(rounds)]
    return [statistics.median(samples) for samples in zip(*taken)]


def row(*cells):
    print("| " + " | ".join(cells) + " |", flush=True)


def table(kind, cases, ways, ours, theirs, rounds, calls=1):
    row(*["", "", "PyTorch"], *[f"GanDsl, {way}" for way in ways])
    row(*["---"] * (3 + len(ways)))
    for first, second in cases:
        ratios, times = [], []
        for way in ways:
            # One piece of work at a time is alive in each process.
            eager, own = medians([(theirs, f"{kind} {first} {second} eager"), (ours, f"{kind} {first} {second} {way}")], rounds)
            times.append(eager)
            ratios.append(f"{eager / own:.2f}×")
        row(first, second, f"{statistics.median(times) / calls / 1e3:.1f} µs", *ratios)
    print()


def require_torch(python):
    if subprocess.run([python, "-c", "import torch"], stderr=subprocess.DEVNULL).returncode:
        sys.exit(f"{python} has no PyTorch. On Debian: apt-get install python3-torch libopenblas0-pthread "
                 "(without the second it multiplies matrices by the reference BLAS, several times slower, which would be no comparison).")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="samples of each piece of work, of which the median counts")
    parser.add_argument("--losses", nargs="*", default=LOSSES, choices=LOSSES)
    parser.add_argument("--sizes", nargs="*", default=LOGITS, choices=LOGITS, help="of logits")
    parser.add_argument("--pictures", nargs="*", default=PICTURES, choices=PICTURES, help="sizes of training steps")
    parser.add_argument("--penalties", nargs="*", default=PENALTIES, choices=PENALTIES)
    parser.add_argument("--python", default="/usr/bin/python3", help="the Python that has PyTorch")
    parser.add_argument("--keep-large-blocks", action="store_true", help="GanDsl's process calls MemoryAllocator.KeepLargeBlocks")
    options = parser.parse_args()
    require_torch(options.python)

    subprocess.run(["dotnet", "build", "-c", "Release", "-v", "quiet", str(PROJECT)], check=True, stdout=sys.stderr)
    ours = Peer(["dotnet", "run", "-c", "Release", "--no-build", "--project", str(PROJECT), "--", "serve", *["--keep-large-blocks"] * options.keep_large_blocks])
    theirs = Peer([options.python, str(HERE / "eager.py")])
    table("loss", [(loss, size) for loss in options.losses for size in options.sizes], WAYS, ours, theirs, options.rounds)
    table("step", [(size, penalty) for size in options.pictures for penalty in options.penalties], LOOPS, ours, theirs, options.rounds, STEPS)
    ours.close()
    theirs.close()


if __name__ == "__main__":
    main()
