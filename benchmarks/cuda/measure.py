"""Times of single kernels, by graphs of launches, and of losses with their gradients against PyTorch."""

import statistics
import time

import torch
import torch.nn.functional as F

from kernels import Call, Side

SIZES = {"64x1": 64, "16x1x30x30": 16 * 900, "12x1x256x256": 12 * 65536, "16.7M": 1 << 24}

# What is compared: the printed loss, and the same in PyTorch.
LOSSES = {
    "logistic": ("NonSaturating", lambda r, f: F.softplus(-r).mean() + F.softplus(f).mean()),
    "hinge": ("Hinge", lambda r, f: F.relu(1 - r).mean() + F.relu(1 + f).mean()),
    "relativistic pair": ("RelativisticPair", lambda r, f: F.softplus(f - r).mean()),
    "relativistic average": ("RelativisticAverage", lambda r, f: F.softplus(f.mean() - r).mean() + F.softplus(f - r.mean()).mean()),
}


class Measured:
    """D's loss of an objective in float32, with memory of its own."""

    def __init__(self, library, objective, count, blocks=None, functions=None, tile=None, dtype="float32"):
        terms = library.index["terms"]
        term = next(t for t in terms if (t["objective"], t["player"], t["type"], t["isByElement"]) == (objective, "D", dtype, False))
        torch_type = getattr(torch, dtype)
        self.real, self.fake = (torch.randn(count, device="cuda").to(torch_type).requires_grad_() for _ in range(2))
        self.gradients = [torch.empty_like(x, requires_grad=False) for x in (self.real, self.fake)]
        self.loss = torch.zeros((), dtype=torch.float64 if dtype == "float64" else torch.float32, device="cuda")
        scratch = torch.zeros(8 + 3 * (1 << 14), dtype=torch.float64, device="cuda")
        sides = [Side(x.detach(), 1.0 / count, g) for x, g in zip((self.real, self.fake), self.gradients)]
        self.call = Call(library, term, sides, self.loss, scratch, functions=functions, tile=tile, most_blocks=blocks)
        # Each logit read once and each gradient written once, whatever the kernels do.
        self.bytes = 4 * count * self.real.element_size()

    def backward(self):
        """What a step does: the kernel, and one backward from the logits."""
        self.call()
        torch.autograd.backward((self.real, self.fake), self.gradients)
        self.real.grad = self.fake.grad = None


def kernel_microseconds(call, launches=20, rounds=7):
    """The median time of one call among many in a graph, which no processor has to launch."""
    stream = torch.cuda.Stream()
    with torch.cuda.stream(stream):
        call()
        stream.synchronize()
        graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(graph, stream=stream):
            for _ in range(launches):
                call()
    begin, end = (torch.cuda.Event(enable_timing=True) for _ in range(2))
    times = []
    for _ in range(rounds + 1):
        begin.record()
        graph.replay()
        end.record()
        end.synchronize()
        times.append(1000 * begin.elapsed_time(end) / launches)
    return statistics.median(times[1:])


def wall_microseconds(call, seconds=0.15, rounds=5):
    """The median time of an iteration, the device waited for at the end of many."""
    for _ in range(5):
        call()
    torch.cuda.synchronize()
    start = time.perf_counter()
    call()
    torch.cuda.synchronize()
    calls = max(5, min(500, int(seconds / (time.perf_counter() - start))))
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        for _ in range(calls):
            call()
        torch.cuda.synchronize()
        times.append(1e6 * (time.perf_counter() - start) / calls)
    return statistics.median(times)


def copy_microseconds(count):
    """A device copies as many bytes as a loss of two batches reads and writes."""
    source = torch.randn(2 * count, device="cuda")
    target = torch.empty_like(source)
    return kernel_microseconds(lambda: target.copy_(source))


def backward_of(loss, real, fake):
    def call():
        loss(real, fake).backward()
        real.grad = fake.grad = None

    return call
