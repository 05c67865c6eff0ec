"""Checks and measures the printed kernels on one device. It needs Python with PyTorch for CUDA, and the folder that tools/CudaKernels printed:

    dotnet run -c Release --project tools/CudaKernels -- kernels
    python benchmarks/cuda/run.py kernels

It prints Markdown. Whatever fails is listed, and ends the program with 1.
"""

import argparse
import subprocess
import sys
import time
import traceback

from kernels import Library

START = time.perf_counter()


def say(text=""):
    print(text, flush=True)


def took():
    return f"{time.perf_counter() - START:.0f} s"


def architecture():
    """Without a context: processes that fork must not have one."""
    text = subprocess.run(["nvidia-smi", "--query-gpu=compute_cap", "--format=csv,noheader"], capture_output=True, text=True, check=True).stdout
    return "sm_" + text.splitlines()[0].strip().replace(".", "")


def check(library):
    from check import Checker

    checker = Checker(library)
    checker.check_all()
    say(f"{checker.checks} results of {len(library.functions)} kernels against float64; the largest error, of the largest value: "
        + ", ".join(f"{name} {error:.2g}" for name, error in checker.worst.items()) + f" ({took()}).")
    return checker.failures


def check_lists(library):
    from updates import check_updates

    failures = check_updates(library)
    say(f"Updates of lists of tensors: {'wrong' if failures else 'right'} ({took()}).")
    return failures


def check_repeatable(library):
    """Two runs, the same bits; other blocks' luck in between."""
    import torch

    from measure import LOSSES, Measured

    failures = []
    for name, (objective, _) in LOSSES.items():
        for count in (64, 100_003, 1 << 24):
            measured = Measured(library, objective, count)
            results = []
            for _ in range(5):
                measured.call()
                results.append([x.clone() for x in (measured.loss, *measured.gradients)])
            if not all(torch.equal(x, y) for other in results[1:] for x, y in zip(results[0], other)):
                failures.append(f"{name}, {count} logits: two runs differ")
    say(f"Five runs of each of {3 * len(LOSSES)} losses have {'other' if failures else 'the same'} bits ({took()}).")
    return failures


def measure(library, deadline):
    import torch

    from measure import LOSSES, SIZES, Measured, backward_of, copy_microseconds, kernel_microseconds, wall_microseconds

    rows = []
    for name, (objective, loss) in LOSSES.items():
        for size, count in SIZES.items():
            measured = Measured(library, objective, count)
            rows.append(dict(
                name=name, size=size, loss=loss, measured=measured,
                copy=copy_microseconds(count), kernel=kernel_microseconds(measured.call),
                ours=wall_microseconds(measured.backward), eager=wall_microseconds(backward_of(loss, measured.real, measured.fake))))

    for row in rows:
        row["compiled"] = None
        if time.perf_counter() - START < deadline:
            try:
                compiled = torch.compile(row["loss"], dynamic=False)
                row["compiled"] = wall_microseconds(backward_of(compiled, row["measured"].real, row["measured"].fake))
            except Exception as error:
                say(f"torch.compile of {row['name']}: {type(error).__name__}: {str(error)[:200]}")

    say()
    say("| D's loss | logits a side | kernel, µs | TB/s | a copy, µs | of a copy's bandwidth | kernel and backward, µs | PyTorch eager, µs | × | torch.compile, µs | × |")
    say("|---|---|---|---|---|---|---|---|---|---|---|")
    for row in rows:
        compiled = row["compiled"]
        say(f"| {row['name']} | {row['size']} | {row['kernel']:.1f} | {row['measured'].bytes / row['kernel'] / 1e6:.2f} | {row['copy']:.1f} | {row['copy'] / row['kernel']:.0%} "
            f"| {row['ours']:.0f} | {row['eager']:.0f} | {row['eager'] / row['ours']:.1f} "
            + (f"| {compiled:.0f} | {compiled / row['ours']:.1f} |" if compiled else "| – | – |"))
    say()
    for dtype in ("float64", "float16", "bfloat16"):
        for name, (objective, _) in LOSSES.items():
            measured = Measured(library, objective, 1 << 24, dtype=dtype)
            time_of = kernel_microseconds(measured.call)
            say(f"- {name}, 16.7M {dtype}: {time_of:.1f} µs, {measured.bytes / time_of / 1e6:.2f} TB/s")
    say(f"({took()})")
    return []


def measure_lists(library):
    from updates import measure_updates

    measure_updates(library, say)
    return []


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", help="where the kernels are")
    parser.add_argument("--deadline", type=float, default=110, help="no torch.compile is begun later than this, in seconds")
    arguments = parser.parse_args()

    library = Library(arguments.folder, architecture())
    failures = [f"{name} does not compile:\n{log}" for name, log in library.failures.items()]

    import torch

    from device import Compiler, Device

    device = Device()
    library.open(device)
    name = torch.cuda.get_device_name()
    say(f"# {name}, PyTorch {torch.__version__}, NVRTC {Compiler(architecture()).version()}")
    say(f"{len(library.binaries)} of {len(library.sources)} kernels compiled ({took()}).")
    for part in (check, check_lists, check_repeatable, lambda library: measure(library, arguments.deadline), measure_lists):
        try:
            failures += part(library)
        except Exception:
            failures.append(traceback.format_exc())
    say()
    say(f"{len(failures)} failures." if failures else "Nothing failed.")
    for failure in failures:
        say("- " + failure)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
